import asyncio
import warnings

warnings.simplefilter("ignore", DeprecationWarning)


async def work(n):
    await asyncio.sleep(0.01 * n)
    return n


loop = asyncio.get_event_loop()
print(loop.run_until_complete(work(1)))
tasks = [loop.create_task(work(n)) for n in (3, 2)]
done, pending = loop.run_until_complete(asyncio.wait(tasks))
print(sorted(t.result() for t in done), pending)
fut = asyncio.ensure_future(work(4), loop=loop)
print(loop.run_until_complete(fut))
print(loop.run_until_complete(asyncio.gather(*[loop.create_task(work(n)) for n in range(3)])))
print(asyncio.get_event_loop() is loop)
loop.close()
try:
    loop.run_until_complete(work(1))
except RuntimeError as e:
    print(e)
