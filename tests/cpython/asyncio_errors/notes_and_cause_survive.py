import asyncio


async def load(name):
    try:
        await asyncio.sleep(0)
        raise FileNotFoundError(name)
    except OSError as e:
        e.add_note(f"while loading {name}")
        raise


async def main():
    task = asyncio.create_task(load("config.toml"))
    try:
        await task
    except OSError as e:
        print(e, e.__notes__)
    results = await asyncio.gather(load("a"), load("b"), return_exceptions=True)
    for r in results:
        print(repr(r), r.__notes__)


asyncio.run(main())
