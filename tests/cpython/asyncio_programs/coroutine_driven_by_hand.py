import asyncio
import inspect


async def inner():
    x = await Suspend("a")
    return x * 2


class Suspend:
    def __init__(self, tag):
        self.tag = tag

    def __await__(self):
        got = yield self.tag
        return got


async def outer():
    try:
        return await inner() + 1
    finally:
        print("finally")


c = outer()
print(inspect.getcoroutinestate(c))
print(c.send(None), c.cr_await is not None, inspect.getcoroutinestate(c), c.cr_running)
try:
    c.send(5)
except StopIteration as e:
    print("returned", e.value)
print(inspect.getcoroutinestate(c))
c = outer()
c.send(None)
try:
    c.throw(ValueError("in"))
except ValueError as e:
    print(repr(e))
c = outer()
c.send(None)
c.close()
c = outer()
c.close()
try:
    c.send(None)
except RuntimeError as e:
    print(e)
c = outer()
try:
    c.send(1)
except TypeError as e:
    print(e)
c.close()


async def run_it():
    try:
        await Suspend("not a future")
    except RuntimeError as e:
        print(e)


asyncio.run(run_it())
