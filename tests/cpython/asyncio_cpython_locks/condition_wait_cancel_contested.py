import asyncio


async def main():
    cond = asyncio.Condition()
    await cond.acquire()
    waiting = asyncio.create_task(cond.wait())
    await asyncio.sleep(0)
    print(cond.locked())
    await cond.acquire()
    cond.notify()
    loop = asyncio.get_running_loop()
    loop.call_soon(waiting.cancel)
    loop.call_soon(cond.release)
    try:
        print(await waiting)
    except asyncio.CancelledError:
        print("cancelled")
    print(cond.locked())


asyncio.run(main())
