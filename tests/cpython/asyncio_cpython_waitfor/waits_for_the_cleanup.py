import asyncio


class FooException(Exception):
    pass


async def main():
    cleaned = False

    async def inner(error=None):
        nonlocal cleaned
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            await asyncio.sleep(0.02)
            if error:
                raise error
            raise
        finally:
            cleaned = True

    for timeout in (0.02, 0):
        cleaned = False
        task = asyncio.create_task(inner())
        await asyncio.sleep(0)
        try:
            await asyncio.wait_for(task, timeout)
        except TimeoutError as e:
            print(timeout, cleaned, type(e.__context__).__name__)
    try:
        await asyncio.wait_for(asyncio.create_task(inner(FooException("cleanup failed"))), 0.02)
    except FooException as e:
        print("FooException", e)


asyncio.run(main())
