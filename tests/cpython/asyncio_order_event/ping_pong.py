import asyncio


async def player(name, mine, other, rounds):
    for i in range(rounds):
        await mine.wait()
        mine.clear()
        print(name, i)
        other.set()


async def main():
    ping, pong = asyncio.Event(), asyncio.Event()
    players = asyncio.gather(player("ping", ping, pong, 3), player("  pong", pong, ping, 3))
    ping.set()
    await players


asyncio.run(main())
