import asyncio

log = []


class FancyExit(Exception):
    pass


async def fidget():
    while True:
        yield 1
        await asyncio.sleep(1)


async def spin():
    nonlocal_it = fidget()
    try:
        async for v in nonlocal_it:
            log.append(f"got {v}")
    except asyncio.CancelledError:
        1 / 0


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, ctx: log.append(repr(ctx["exception"])))
    task = loop.create_task(spin())
    await asyncio.sleep(0.01)
    raise FancyExit


try:
    asyncio.run(main())
except FancyExit:
    print("FancyExit", log)
