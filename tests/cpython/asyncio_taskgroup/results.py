import asyncio


async def fetch(n):
    await asyncio.sleep(0.01 * n)
    return n * n


async def main():
    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(fetch(n)) for n in range(4)]
        named = tg.create_task(fetch(5), name="five")
    print([t.result() for t in tasks])
    print(named.get_name(), named.result())


asyncio.run(main())
