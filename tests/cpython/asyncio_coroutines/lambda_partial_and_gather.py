import asyncio
import functools


async def power(base, exponent):
    await asyncio.sleep(0)
    return base**exponent


async def main():
    square = functools.partial(power, exponent=2)
    cube = lambda x: power(x, 3)
    print(await square(5), await cube(2))
    print(await asyncio.gather(*map(square, range(4))))
    print(await asyncio.gather(*[f(n) for f in (square, cube) for n in (2, 3)]))
    table = dict(zip("ab", await asyncio.gather(square(1), cube(3))))
    print(table)


asyncio.run(main())
