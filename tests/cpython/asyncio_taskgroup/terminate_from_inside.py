import asyncio


class Terminate(Exception):
    """Raised to leave a group early."""


async def job(n):
    print("job", n, "start")
    await asyncio.sleep(n / 50)
    print("job", n, "done")


async def stop(after):
    await asyncio.sleep(after)
    raise Terminate


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(job(1))
            tg.create_task(job(50))
            tg.create_task(stop(0.06))
    except* Terminate:
        print("terminated early")


asyncio.run(main())
