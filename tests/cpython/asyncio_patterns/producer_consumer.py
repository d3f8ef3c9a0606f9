import asyncio
import random

rng = random.Random(7)


async def producer(name, queue, n):
    for i in range(n):
        await asyncio.sleep(rng.choice((0, 0.01)))
        await queue.put((name, i))


async def consumer(queue, out):
    while True:
        item = await queue.get()
        out.append(item)
        queue.task_done()


async def main():
    queue, out = asyncio.Queue(3), []
    consumers = [asyncio.create_task(consumer(queue, out)) for _ in range(2)]
    await asyncio.gather(*(producer(name, queue, 4) for name in "AB"))
    await queue.join()
    for c in consumers:
        c.cancel()
    print(len(out), sorted(out))
    for name in "AB":
        print(name, [i for n, i in out if n == name])


asyncio.run(main())
