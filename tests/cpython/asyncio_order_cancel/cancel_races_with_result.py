import asyncio


async def waiter(name, fut):
    try:
        print(name, "got", await fut)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    loop = asyncio.get_running_loop()
    for order in ("result, cancel", "cancel, result"):
        print("--", order)
        fut = loop.create_future()
        t = asyncio.create_task(waiter("w", fut))
        await asyncio.sleep(0)
        if order.startswith("result"):
            fut.set_result(1)
            t.cancel()
        else:
            t.cancel()
            print("future cancelled too:", fut.cancelled())
        await asyncio.wait([t])
        print(t.cancelled())


asyncio.run(main())
