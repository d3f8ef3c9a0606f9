import asyncio


async def step_by_step(name, n, error_at=None):
    for i in range(n):
        if i == error_at:
            print(name, "raises at", i)
            raise RuntimeError(name)
        print(name, i)
        await asyncio.sleep(0)
    print(name, "complete")


async def main():
    try:
        await asyncio.gather(
            step_by_step("a", 4), step_by_step("b", 4, error_at=1), step_by_step("c", 4)
        )
    except RuntimeError as e:
        print("main caught", e)
    for i in range(4):
        print("main goes on", i)
        await asyncio.sleep(0)


asyncio.run(main())
