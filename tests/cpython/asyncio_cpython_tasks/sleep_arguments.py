import asyncio


async def main():
    print(await asyncio.sleep(0.01, "yeah"))
    print(await asyncio.sleep(0, result=42))
    print(await asyncio.sleep(-1, "negative"))
    try:
        await asyncio.sleep(float("nan"))
    except ValueError as e:
        print("ValueError:", e)
    try:
        await asyncio.sleep("1")
    except TypeError as e:
        print("TypeError:", e)
    t = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("sleep cancelled")


asyncio.run(main())
