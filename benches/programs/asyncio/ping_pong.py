# Two tasks send each other 20,000 messages through two queues.
import asyncio


async def pong(inbox, outbox):
    while (ball := await inbox.get()) is not None:
        await outbox.put(ball + 1)


async def main():
    there, back = asyncio.Queue(), asyncio.Queue()
    other = asyncio.create_task(pong(there, back))
    ball = 0
    for _ in range(20_000):
        await there.put(ball)
        ball = await back.get()
    await there.put(None)
    await other
    print(ball)


asyncio.run(main())
