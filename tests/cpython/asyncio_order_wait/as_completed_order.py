import asyncio


async def fetch(name, ms):
    await asyncio.sleep(ms / 1000)
    return f"{name} after {ms} ms"


async def main():
    tasks = [asyncio.create_task(fetch(name, ms)) for name, ms in (("c", 90), ("a", 30), ("b", 60))]
    for earliest in asyncio.as_completed(tasks):
        print(await earliest)


asyncio.run(main())
