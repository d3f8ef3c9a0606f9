import asyncio


async def main():
    loop = asyncio.get_running_loop()
    messages = []
    loop.set_exception_handler(lambda loop, ctx: messages.append(ctx["message"]))
    f = loop.create_future()
    try:
        f._log_traceback = True
    except ValueError as e:
        print(e)
    f.set_exception(RuntimeError("boom"))
    print(f._log_traceback)
    f._log_traceback = False
    del f
    seen = loop.create_future()
    seen.set_exception(RuntimeError("seen"))
    seen.exception()
    del seen
    abandoned = loop.create_future()
    del abandoned
    print(messages)
    lost = loop.create_future()
    lost.set_exception(RuntimeError("lost"))
    del lost
    print(messages)


asyncio.run(main())
