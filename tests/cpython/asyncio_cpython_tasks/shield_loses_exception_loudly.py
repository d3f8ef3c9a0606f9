import asyncio


async def failing():
    await asyncio.sleep(0.02)
    raise ValueError("after the shield was cancelled")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, ctx: print("handler:", ctx["message"], repr(ctx["exception"])))
    outer = asyncio.shield(failing())
    await asyncio.sleep(0)
    outer.cancel()
    await asyncio.sleep(0.1)
    print(outer.cancelled())


asyncio.run(main())
