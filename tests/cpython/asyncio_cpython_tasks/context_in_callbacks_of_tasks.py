import asyncio
import contextvars

cvar = contextvars.ContextVar("cvar", default="nope")


class CustomAwaitable:
    def __await__(self):
        loop = asyncio.get_running_loop()
        fut = loop.create_future()
        loop.call_soon(fut.set_result, None)
        yield from fut
        cvar.set("something else")


async def sub():
    print(cvar.get())
    cvar.set("something")
    await CustomAwaitable()
    print(cvar.get())


async def main():
    print(cvar.get())
    await sub()
    cvar.set("main")
    fut = asyncio.get_running_loop().create_future()
    seen = []
    fut.add_done_callback(lambda f: seen.append(cvar.get()))
    cvar.set("after")
    fut.set_result(None)
    await asyncio.sleep(0)
    print(seen)


asyncio.run(main())
