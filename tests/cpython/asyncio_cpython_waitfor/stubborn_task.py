import asyncio
import time


class SlowTask:
    def __init__(self):
        self.exited = False

    async def run(self):
        end = time.monotonic() + 0.1
        while (left := end - time.monotonic()) > 0:
            try:
                await asyncio.sleep(left)
            except asyncio.CancelledError:
                print("ignored")
        self.exited = True
        return "done"


async def main():
    t = SlowTask()
    waiting = asyncio.create_task(asyncio.wait_for(t.run(), 1))
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.wait({waiting})
    print(t.exited, waiting.cancelled())
    t = SlowTask()
    try:
        print(await asyncio.wait_for(t.run(), 0.03))
    except TimeoutError:
        print("TimeoutError")
    print(t.exited)


asyncio.run(main())
