import asyncio


class LoggedQueue(asyncio.Queue):
    def __init__(self, name, maxsize=0):
        super().__init__(maxsize)
        self.name = name

    def _put(self, item):
        print(self.name, "put", item)
        super()._put(item)

    def _get(self):
        item = super()._get()
        print(self.name, "get", item)
        return item


class UniqueQueue(asyncio.Queue):
    def _init(self, maxsize):
        self._queue = set()

    def _put(self, item):
        self._queue.add(item)

    def _get(self):
        return self._queue.pop()


class NamedLock(asyncio.Lock):
    def __init__(self, name):
        super().__init__()
        self.name = name

    async def acquire(self):
        print("acquiring", self.name)
        return await super().acquire()

    def release(self):
        print("releasing", self.name)
        super().release()


class MyTask(asyncio.Task):
    def __init__(self, coro, *, label="x", **kw):
        super().__init__(coro, **kw)
        self.label = label


async def job():
    return 5


async def main():
    q = LoggedQueue("q", 2)
    await q.put(1)
    q.put_nowait(2)
    print(q.full(), await q.get(), q.get_nowait(), q.maxsize)
    u = UniqueQueue()
    for x in (1, 1, 1):
        u.put_nowait(x)
    print(u.qsize(), await u.get(), u.empty())
    async with NamedLock("L") as got:
        print("inside", got)
    t = MyTask(job(), label="mine", name="T")
    print(t.label, await t, t.get_name(), t)


asyncio.run(main())
