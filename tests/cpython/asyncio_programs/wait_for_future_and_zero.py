import asyncio


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    try:
        await asyncio.wait_for(f, 0.1)
    except TimeoutError as e:
        print(repr(e), f.cancelled(), repr(e.__cause__))
    f = loop.create_future()
    loop.call_later(0.05, f.set_result, "ok")
    print(await asyncio.wait_for(f, 1))
    print(await asyncio.wait_for(f, 0))
    try:
        await asyncio.wait_for(asyncio.sleep(1), 0)
    except TimeoutError as e:
        print("zero", repr(e))
    print(await asyncio.wait_for(asyncio.sleep(0.01, "value"), None))

    async def cleanup():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            await asyncio.sleep(0.2)
            print("cleaned up at", round(loop.time() - start, 1))
            return "ignored"

    start = loop.time()
    try:
        print(await asyncio.wait_for(cleanup(), 0.1))
    except TimeoutError:
        print("timeout at", round(loop.time() - start, 1))


asyncio.run(main())
