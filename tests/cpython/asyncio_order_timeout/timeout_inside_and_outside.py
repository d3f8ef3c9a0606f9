import asyncio


async def main():
    try:
        async with asyncio.timeout(0.03) as outer:
            try:
                async with asyncio.timeout(0.1) as inner:
                    await asyncio.sleep(1)
            except TimeoutError:
                print("inner timed out")
            finally:
                print("inner expired:", inner.expired())
    except TimeoutError:
        print("outer timed out")
    print("outer expired:", outer.expired())

    try:
        async with asyncio.timeout(0.1) as outer:
            try:
                async with asyncio.timeout(0.03) as inner:
                    await asyncio.sleep(1)
            except TimeoutError:
                print("inner timed out, outer goes on")
            await asyncio.sleep(0.01)
            print("still time")
    except TimeoutError:
        print("never")
    print(outer.expired(), inner.expired())


asyncio.run(main())
