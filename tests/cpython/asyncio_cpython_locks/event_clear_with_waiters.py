import asyncio


async def main():
    event, got = asyncio.Event(), []

    async def waiter():
        if await event.wait():
            got.append(1)
        return True

    t = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    event.set()
    event.clear()
    print(event.is_set(), got)
    event.set()
    event.set()
    print(len(event._waiters))
    await asyncio.sleep(0)
    print(got, len(event._waiters), t.done(), t.result())

    w = asyncio.create_task(asyncio.Event().wait())
    asyncio.get_running_loop().call_soon(w.cancel)
    try:
        await w
    except asyncio.CancelledError:
        print("wait cancelled")


asyncio.run(main())
