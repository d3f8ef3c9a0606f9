import asyncio


class Server:
    def __init__(self):
        self.stopping = asyncio.Event()
        self.active = set()

    async def handle(self, n):
        await asyncio.sleep(0.15 * n)
        print("request", n, "served")

    async def serve(self):
        n = 0
        while not self.stopping.is_set():
            n += 1
            task = asyncio.create_task(self.handle(n))
            self.active.add(task)
            task.add_done_callback(self.active.discard)
            try:
                await asyncio.wait_for(self.stopping.wait(), 0.1)
            except TimeoutError:
                pass
            if n == 3:
                self.stopping.set()
        print("no new requests,", len(self.active), "active")
        if self.active:
            await asyncio.wait(self.active)
        print("drained")


asyncio.run(Server().serve())
