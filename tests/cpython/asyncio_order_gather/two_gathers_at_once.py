import asyncio


async def job(name, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    print(name)


async def team(name, *turns):
    await asyncio.gather(*(job(f"{name}{i}", t) for i, t in enumerate(turns)))
    print("team", name, "home")


async def main():
    await asyncio.gather(team("x", 2, 1), team("y", 1, 1, 1), team("z"))


asyncio.run(main())
