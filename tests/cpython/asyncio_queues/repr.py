import asyncio
import re


def show(q):
    print(re.sub(r" at 0x[0-9a-f]+", " at 0x..", repr(q)), "|", re.sub(r" at 0x[0-9a-f]+", "", str(q)))


async def main():
    q = asyncio.Queue()
    show(q)
    q.put_nowait(1)
    q.put_nowait("two")
    show(q)
    bounded = asyncio.Queue(5)
    show(bounded)
    getter = asyncio.create_task(bounded.get())
    await asyncio.sleep(0)
    show(bounded)
    getter.cancel()
    show(asyncio.LifoQueue(1))


asyncio.run(main())
