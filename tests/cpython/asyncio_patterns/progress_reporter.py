import asyncio


async def work(progress):
    for done in range(0, 100, 25):
        progress["done"] = done
        await asyncio.sleep(0.08)


async def report(progress):
    last = None
    while True:
        if progress["done"] != last:
            last = progress["done"]
            bar = "#" * (last // 10)
            print(f"[{bar:<10}] {last:3}%")
        await asyncio.sleep(0.1)


async def main():
    progress = {"done": 0}
    reporter = asyncio.create_task(report(progress))
    await work(progress)
    reporter.cancel()
    print("finished, reporter cancelled:", reporter.cancelling() == 1)


asyncio.run(main())
