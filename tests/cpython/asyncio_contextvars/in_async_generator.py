import asyncio
import contextvars

var = contextvars.ContextVar("var", default="start")


async def gen():
    var.set("set in generator")
    yield 1
    print("generator sees", var.get())
    yield 2


async def main():
    async for n in gen():
        print(n, "main sees", var.get())
        var.set(f"set in main {n}")
    t = asyncio.create_task(other())
    await t
    print("main sees", var.get())


async def other():
    var.set("other")


asyncio.run(main())
