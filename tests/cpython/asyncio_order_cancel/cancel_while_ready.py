import asyncio


async def worker(event):
    try:
        await event.wait()
        print("worker: woke")
        await asyncio.sleep(0)
        print("worker: not reached")
    except asyncio.CancelledError:
        print("worker: cancelled")
        raise


async def main():
    event = asyncio.Event()
    t = asyncio.create_task(worker(event))
    await asyncio.sleep(0)
    event.set()          # the worker is ready now
    t.cancel()           # and cancelled before it ran
    await asyncio.wait([t])
    print(t.cancelled())

    event.clear()
    t = asyncio.create_task(worker(event))
    await asyncio.sleep(0)
    event.set()
    await asyncio.sleep(0)
    t.cancel()
    await asyncio.wait([t])
    print(t.cancelled())


asyncio.run(main())
