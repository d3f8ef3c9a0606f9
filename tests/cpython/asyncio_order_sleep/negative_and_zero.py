import asyncio


async def nap(name, delay):
    print(name, "lies down")
    got = await asyncio.sleep(delay, f"{name} rested")
    print(got)


async def main():
    await asyncio.gather(
        nap("zero", 0), nap("negative", -5), nap("tiny", 0.02), nap("false", False)
    )


asyncio.run(main())
