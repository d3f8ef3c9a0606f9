import asyncio


async def coro(s):
    return s


async def main():
    c = asyncio.create_task(coro("test"))
    done, pending = await asyncio.wait([c, c, asyncio.create_task(coro("spam"))])
    print(sorted(f.result() for f in done), pending)
    done, pending = await asyncio.wait(asyncio.create_task(coro(i)) for i in range(3))
    print(sorted(f.result() for f in done), pending)
    done, pending = await asyncio.wait(iter([c]))
    print(done == {c})


asyncio.run(main())
