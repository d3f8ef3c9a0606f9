import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def parse(page):
    time.sleep(0.03)
    return len(page), page.split()[0]


async def fetch(n):
    await asyncio.sleep(0.02 * n)
    return f"page{n} " + "x" * n


async def crawl(n, pool, out):
    page = await fetch(n)
    size, title = await asyncio.get_running_loop().run_in_executor(pool, parse, page)
    await out.put((title, size))


async def main():
    out = asyncio.Queue()
    with ThreadPoolExecutor(4) as pool:
        async with asyncio.TaskGroup() as group:
            for n in (3, 1, 2):
                group.create_task(crawl(n, pool, out))
    while not out.empty():
        print(out.get_nowait())


asyncio.run(main())
