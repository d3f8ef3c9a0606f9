import asyncio


async def part1(n):
    await asyncio.sleep(0.03 * n)
    result = f"result{n}-1"
    print(f"Returning part1({n}) == {result}.")
    return result


async def part2(n, arg):
    await asyncio.sleep(0.02)
    result = f"result{n}-2 derived from {arg}"
    print(f"Returning part2{n, arg} == {result}.")
    return result


async def chain(n):
    p1 = await part1(n)
    p2 = await part2(n, p1)
    print(f"-->Chained result{n} => {p2}.")


async def main(*args):
    await asyncio.gather(*(chain(n) for n in args))


asyncio.run(main(5, 1, 3))
