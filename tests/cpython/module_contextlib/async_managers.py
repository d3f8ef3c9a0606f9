import asyncio
from contextlib import asynccontextmanager, AsyncExitStack, aclosing, nullcontext, suppress


@asynccontextmanager
async def session(name):
    print("connect", name)
    await asyncio.sleep(0.01)
    try:
        yield f"<{name}>"
    except ValueError as e:
        print("rollback", e)
    finally:
        await asyncio.sleep(0.01)
        print("disconnect", name)


async def numbers():
    try:
        for i in range(5):
            yield i
    finally:
        print("numbers closed")


class Res:
    async def __aenter__(self):
        print("aenter")
        return self

    async def __aexit__(self, t, e, tb):
        print("aexit", t and t.__name__)


async def main():
    async with session("a") as s, session("b"):
        print(s)
    async with session("c"):
        raise ValueError("bad")
    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(session("d")))
        await stack.enter_async_context(Res())
        stack.callback(print, "sync callback")

        async def acb(x):
            print("async callback", x)

        stack.push_async_callback(acb, 5)
    async with aclosing(numbers()) as ns:
        async for n in ns:
            if n == 2:
                break
    async with nullcontext("n") as n:
        print(n)

    @session("deco")
    async def work():
        print("working")
        return 7

    print(await work())
    with suppress(KeyError):
        async with Res():
            raise KeyError("x")
    try:
        async with 5:
            pass
    except TypeError as e:
        print(e)
    try:
        with session("sync"):
            pass
    except TypeError as e:
        print(e)


asyncio.run(main())
