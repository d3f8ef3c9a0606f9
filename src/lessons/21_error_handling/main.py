import asyncio


async def risky_operation():
    # en: Suppose that this operation can fail.  # zh: 假设这是一个可能引发异常的异步操作
    await asyncio.sleep(1)  #: nap
    raise ValueError("Something went wrong!")  #: raise


async def main():
    try:
        await risky_operation()  #: await
    except ValueError as e:
        print(f"Caught an exception: {e}")  #: caught


asyncio.run(main())
