import asyncio
import random

random.seed(444)


async def make_random(idx, threshold=6):
    print(f"Initiated make_random({idx}).")
    i = random.randint(0, 10)
    while i <= threshold:
        print(f"make_random({idx}) == {i} too low; retrying.")
        await asyncio.sleep(0)
        i = random.randint(0, 10)
    print(f"---> Finished: make_random({idx}) == {i}")
    return i


async def main():
    return await asyncio.gather(*(make_random(i, 9 - i) for i in range(3)))


r1, r2, r3 = asyncio.run(main())
print(f"r1: {r1}, r2: {r2}, r3: {r3}")
