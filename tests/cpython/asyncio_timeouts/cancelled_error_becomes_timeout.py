import asyncio


async def main():
    try:
        async with asyncio.timeout(0.01):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError as e:
                print("inside: CancelledError", e.args)
                raise
    except TimeoutError as e:
        print("outside: TimeoutError, cause", type(e.__cause__).__name__)

    try:
        async with asyncio.timeout(0.01):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                raise ValueError("instead")
    except ValueError as e:
        print("another exception passes:", e, type(e.__context__).__name__)

    async with asyncio.timeout(0.01) as cm:
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            print("swallowed")
    print("expired:", cm.expired(), "cancelling:", asyncio.current_task().cancelling())


asyncio.run(main())
