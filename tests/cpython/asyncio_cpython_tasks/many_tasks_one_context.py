import asyncio
import contextvars
import random

cvar = contextvars.ContextVar("cvar", default=-1)
rng = random.Random(1)


async def sub(num):
    for i in range(10):
        cvar.set(num + i)
        if rng.random() < 0.5:
            await asyncio.sleep(0)
        assert cvar.get() == num + i
    return num


async def main():
    got = [t.result() for t in [await wait(asyncio.create_task(sub(i * 100))) for i in range(10)]]
    print(got, cvar.get())
    print(await asyncio.gather(*(sub(i) for i in range(20))), cvar.get())


async def wait(task):
    await task
    return task


asyncio.run(main())
