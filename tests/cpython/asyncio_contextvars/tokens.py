import asyncio
from contextvars import ContextVar, copy_context

depth = ContextVar("depth", default=0)


async def nested(n):
    token = depth.set(depth.get() + 1)
    try:
        await asyncio.sleep(0)
        print("depth", depth.get(), "was", token.old_value if token.old_value is not token.MISSING else "missing")
        if n:
            await nested(n - 1)
    finally:
        depth.reset(token)


async def main():
    await nested(2)
    print("back at", depth.get())
    token = depth.set(5)
    depth.reset(token)
    try:
        depth.reset(token)
    except RuntimeError as e:
        print("RuntimeError:", str(e).rpartition(">")[2].strip())
    ctx = copy_context()
    foreign = ctx.run(depth.set, 1)
    try:
        depth.reset(foreign)
    except ValueError as e:
        print("ValueError:", str(e).rpartition(">")[2].strip())


asyncio.run(main())
