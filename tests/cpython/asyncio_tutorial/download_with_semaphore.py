import asyncio


async def download(url, semaphore):
    async with semaphore:
        print(f"Downloading {url}")
        await asyncio.sleep(0.03)
        print(f"Finished {url}")
        return len(url)


async def main():
    urls = [f"https://example.org/file{i}.bin" for i in range(1, 6)]
    semaphore = asyncio.Semaphore(2)
    sizes = await asyncio.gather(*(download(u, semaphore) for u in urls))
    print(dict(zip(urls, sizes)))
    print("total", sum(sizes))


asyncio.run(main())
