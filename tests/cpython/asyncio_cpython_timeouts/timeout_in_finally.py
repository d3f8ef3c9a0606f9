import asyncio


async def main():
    try:
        async with asyncio.timeout(0.01):
            try:
                await asyncio.sleep(1)
            finally:
                try:
                    async with asyncio.timeout(0.01):
                        await asyncio.sleep(10)
                except TimeoutError as inner:
                    cause = inner.__cause__
                    print(type(cause).__name__, type(cause.__context__).__name__)
    except TimeoutError as e:
        print(type(e.__cause__).__name__, e.__context__ is e.__cause__, e.__cause__.__context__)

    try:
        asyncio.current_task().cancel()
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        try:
            async with asyncio.timeout(0.0):
                await asyncio.sleep(1)
        except TimeoutError:
            print("a timeout works after a cancellation")
    asyncio.current_task().uncancel()


asyncio.run(main())
