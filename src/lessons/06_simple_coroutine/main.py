import asyncio


async def my_coroutine():
    print("Coroutine started")
    await asyncio.sleep(1)  # en: stands for a slow operation  # zh: 模拟异步操作  #: nap
    print("Coroutine resumed")  #: resumed
    return "Result"


async def main():
    result = await my_coroutine()  #: await
    print(f"Result: {result}")  #: result


asyncio.run(main())
