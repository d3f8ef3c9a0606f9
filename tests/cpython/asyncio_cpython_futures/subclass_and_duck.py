import asyncio


class MyFuture(asyncio.Future):
    def __init__(self, *, loop, tag):
        super().__init__(loop=loop)
        self.tag = tag


class Duck:
    _asyncio_future_blocking = False


class Uninitialised(asyncio.Future):
    def __init__(self):
        pass


async def main():
    loop = asyncio.get_running_loop()
    f = MyFuture(loop=loop, tag="t")
    loop.call_soon(f.set_result, 5)
    print(await f, f.tag, isinstance(f, asyncio.Future), asyncio.isfuture(f))
    print(asyncio.isfuture(Duck()), asyncio.isfuture(Duck), asyncio.isfuture(1))
    duck = Duck()
    print(asyncio.wrap_future(duck) is duck)
    u = Uninitialised()
    try:
        u.add_done_callback(print)
    except RuntimeError as e:
        print("RuntimeError:", e)
    print(asyncio.Future[str], asyncio.Task[int].__args__)


asyncio.run(main())
