import asyncio


async def runner(n, gun, finish):
    await gun.wait()
    await asyncio.sleep(0.08 - n * 0.025)
    finish.append(n)


async def main():
    gun, finish = asyncio.Event(), []
    tasks = [asyncio.create_task(runner(n, gun, finish)) for n in range(4)]
    await asyncio.sleep(0.01)
    print("nobody ran:", finish)
    gun.set()
    await asyncio.gather(*tasks)
    print(finish, await gun.wait(), gun.is_set())
    gun.clear()
    print(gun.is_set())


asyncio.run(main())
