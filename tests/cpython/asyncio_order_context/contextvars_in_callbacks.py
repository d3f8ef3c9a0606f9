import asyncio
import contextvars

var = contextvars.ContextVar("var")


async def main():
    loop = asyncio.get_running_loop()
    var.set(1)
    loop.call_soon(lambda: print("call_soon sees", var.get()))
    var.set(2)
    loop.call_later(0.01, lambda: print("call_later sees", var.get()))
    fut = loop.create_future()
    var.set(3)
    fut.add_done_callback(lambda f: print("done callback sees", var.get()))
    var.set(4)
    fut.set_result(None)
    ctx = contextvars.copy_context()
    var.set(5)
    loop.call_soon(lambda: (print("own context sees", var.get()), var.set(6)), context=ctx)
    await asyncio.sleep(0.03)
    print("main sees", var.get(), "ctx has", ctx[var])


asyncio.run(main())
