import asyncio


async def answer(delay):
    await asyncio.sleep(delay)
    return 42


async def main():
    print(await asyncio.wait_for(answer(0.01), timeout=1))
    try:
        await asyncio.wait_for(answer(1), timeout=0.02)
    except asyncio.TimeoutError as e:
        print(type(e), asyncio.TimeoutError is TimeoutError, str(e) == "")
    print(await asyncio.wait_for(answer(0.01), timeout=None))


asyncio.run(main())
