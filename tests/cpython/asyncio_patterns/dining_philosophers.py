import asyncio


async def philosopher(n, forks, meals):
    first, second = sorted((n, (n + 1) % len(forks)))
    for _ in range(2):
        async with forks[first]:
            await asyncio.sleep(0)
            async with forks[second]:
                meals.append(n)
                await asyncio.sleep(0)


async def main():
    forks = [asyncio.Lock() for _ in range(5)]
    meals = []
    await asyncio.gather(*(philosopher(n, forks, meals) for n in range(5)))
    print(meals)
    print("everyone ate twice:", all(meals.count(n) == 2 for n in range(5)))


asyncio.run(main())
