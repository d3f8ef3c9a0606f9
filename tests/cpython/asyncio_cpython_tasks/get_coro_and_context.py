import asyncio
import contextvars

var = contextvars.ContextVar("var", default=0)


async def coro():
    var.set(1)


async def main():
    c = coro()
    ctx = contextvars.copy_context()
    t = asyncio.create_task(c, context=ctx)
    print(t.get_coro() is c, t.get_context() is ctx)
    await t
    print(ctx[var], var.get())


asyncio.run(main())
