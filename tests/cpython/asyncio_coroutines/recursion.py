import asyncio


async def fib(n):
    if n < 2:
        return n
    await asyncio.sleep(0)
    a, b = await asyncio.gather(fib(n - 1), fib(n - 2))
    return a + b


async def factorial(n):
    return 1 if n == 0 else n * await factorial(n - 1)


async def hanoi(n, a, b, c, moves):
    if n:
        await hanoi(n - 1, a, c, b, moves)
        moves.append(a + c)
        await hanoi(n - 1, b, a, c, moves)


async def main():
    print([await fib(n) for n in range(9)])
    print(await factorial(30))
    moves = []
    await hanoi(3, "A", "B", "C", moves)
    print(len(moves), moves)


asyncio.run(main())
