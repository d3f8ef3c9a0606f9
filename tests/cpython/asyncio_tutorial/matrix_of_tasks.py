import asyncio


async def cell(row, col):
    for _ in range(abs(row - col)):
        await asyncio.sleep(0)
    return row * col


async def main():
    size = 5
    tasks = {(r, c): asyncio.create_task(cell(r, c)) for r in range(size) for c in range(size)}
    await asyncio.wait(tasks.values())
    for r in range(size):
        print(" ".join(f"{tasks[r, c].result():3}" for c in range(size)))


asyncio.run(main())
