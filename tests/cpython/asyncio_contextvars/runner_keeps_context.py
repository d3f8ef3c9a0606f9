import asyncio
import contextvars

var = contextvars.ContextVar("var", default=0)


async def bump():
    var.set(var.get() + 1)
    return var.get()


with asyncio.Runner() as runner:
    print([runner.run(bump()) for _ in range(3)])
    print(var.get())
    print(runner.run(bump(), context=contextvars.copy_context()))
print(asyncio.run(bump()))
