import asyncio


async def level(n):
    try:
        if n == 3:
            await asyncio.sleep(0)
            raise KeyError("deep")
        await asyncio.create_task(level(n + 1))
    except KeyError:
        print("level", n, "sees KeyError")
        raise
    finally:
        print("level", n, "finally")


async def main():
    try:
        await level(0)
    except KeyError as e:
        print("main:", e)


asyncio.run(main())
