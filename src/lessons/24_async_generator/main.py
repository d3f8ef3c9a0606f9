import asyncio


async def async_generator():
    for i in range(5):
        await asyncio.sleep(1)  # en: stands for a slow operation  # zh: 模拟异步操作  #: nap
        yield i  #: yield


async def main():
    async for value in async_generator():  #: for
        print(value)  #: print


asyncio.run(main())
