import asyncio


async def download(n, gate):
    async with gate:  #: gate
        print(f"{n} begins")  #: begins
        await asyncio.sleep(1 + n / 10)  #: download
        print(f"{n} ends")  #: ends


async def main():
    gate = asyncio.Semaphore(2)  # en: two may be inside  # zh: 里面最多两个
    await asyncio.gather(*(download(n, gate) for n in range(1, 6)))  #: gather


asyncio.run(main())
