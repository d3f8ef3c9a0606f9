import asyncio


async def answer(seconds):
    try:
        await asyncio.sleep(seconds)  #: think
        return f"answer after {seconds} s"
    except asyncio.CancelledError:
        print(f"the {seconds} s answer is dropped")  #: dropped
        raise


async def main():
    for seconds in (1, 5):
        try:
            async with asyncio.timeout(2):  #: timeout
                print(await answer(seconds))  #: await
        except TimeoutError:
            print("too slow")  #: slow
    print(await asyncio.wait_for(answer(1), timeout=2))  #: wait-for


asyncio.run(main())
