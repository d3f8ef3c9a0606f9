import asyncio
import contextvars

cv = contextvars.ContextVar("cv", default=0)


async def coro(log):
    log.append(cv.get())
    cv.set(2)
    log.append(cv.get())
    await asyncio.sleep(0.01)
    log.append(cv.get())
    cv.set(3)
    log.append(cv.get())


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    log = []
    cv.set(1)
    t = asyncio.create_task(coro(log))
    print(log, cv.get())
    await t
    print(log, cv.get())


asyncio.run(main())
