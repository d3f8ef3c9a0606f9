import asyncio
import functools
import inspect
import types


def fn():
    pass


async def coro():
    pass


@types.coroutine
def old():
    yield


async def agen():
    yield


class C:
    async def method(self):
        pass


for f in (fn, coro, old, agen, C().method, C.method, functools.partial(coro), lambda: coro(), C):
    print(asyncio.iscoroutinefunction(f), inspect.iscoroutinefunction(f), inspect.isasyncgenfunction(f))
c, o, g = coro(), old(), agen()
for x in (c, o, g, coro):
    print(asyncio.iscoroutine(x), inspect.isawaitable(x), inspect.iscoroutine(x), inspect.isasyncgen(x))
c.close()
