import asyncio


def chain(loop, n):
    print("chain", n)
    if n:
        loop.call_soon(chain, loop, n - 1)
    loop.call_soon(print, "  left by", n)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(chain, loop, 2)
    for turn in range(5):
        print("turn", turn)
        await asyncio.sleep(0)


asyncio.run(main())
