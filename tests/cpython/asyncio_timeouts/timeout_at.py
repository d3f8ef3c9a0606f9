import asyncio


async def main():
    loop = asyncio.get_running_loop()
    deadline = loop.time() + 0.25
    done = []
    try:
        async with asyncio.timeout_at(deadline) as cm:
            for i in range(100):
                await asyncio.sleep(0.1)
                done.append(i)
    except TimeoutError:
        print("deadline passed after", len(done), "steps")
    print(cm.when() == deadline)
    try:
        async with asyncio.timeout_at(deadline):
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            print("not reached")
    except TimeoutError:
        print("a deadline in the past")


asyncio.run(main())
