import asyncio
import contextvars

colour = contextvars.ContextVar("colour", default="grey")


async def paint(name, new):
    print(name, "finds", colour.get())
    colour.set(new)


async def main():
    ctx = contextvars.copy_context()
    await asyncio.create_task(paint("one", "red"), context=ctx)
    await asyncio.create_task(paint("two", "blue"), context=ctx)
    print("ctx:", ctx[colour], "main:", colour.get())
    async with asyncio.TaskGroup() as tg:
        t = tg.create_task(paint("three", "green"), context=ctx)
    print(t.get_context() is ctx, ctx.get(colour))


asyncio.run(main())
