import asyncio


async def job(n):
    await asyncio.sleep(n / 20)
    if n % 2:
        raise ValueError(f"odd: {n}")
    return n


async def main():
    tasks = [asyncio.create_task(job(n)) for n in (4, 3, 2, 1)]
    for nxt in asyncio.as_completed(tasks):
        try:
            print("result", await nxt)
        except ValueError as e:
            print("error", e)


asyncio.run(main())
