import asyncio


def divide(a, b):
    return a / b


async def main():
    try:
        await asyncio.to_thread(divide, 1, 0)
    except ZeroDivisionError as e:
        print("ZeroDivisionError:", e)
    loop = asyncio.get_running_loop()
    results = await asyncio.gather(
        loop.run_in_executor(None, divide, 9, 3),
        loop.run_in_executor(None, divide, "9", 3),
        return_exceptions=True,
    )
    print(results)
    print(await asyncio.to_thread(divide, b=4, a=1))


asyncio.run(main())
