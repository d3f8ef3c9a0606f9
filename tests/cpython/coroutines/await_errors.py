async def simple():
    return 1


class NotAwaitable: pass


class BadAwait:
    def __await__(self): return 5


class CoroAwait:
    def __await__(self): return simple()


class IterAwait:
    def __await__(self): return iter(["a", "b"])


async def wait_on(x):
    return await x


def run(x):
    c = wait_on(x)
    try:
        while True:
            print("yielded", c.send(None))
    except StopIteration as e:
        print("returned", e.value)
    except Exception as e:
        print(type(e).__name__, e)


for x in (NotAwaitable(), 5, None, "text", [simple], BadAwait(), IterAwait(), simple()):
    run(x)
run(CoroAwait())
c = simple()
run(c)
run(c)


async def raises_stop():
    raise StopIteration(5)


run(raises_stop())


async def with_errors():
    try:
        async with NotAwaitable():
            pass
    except TypeError as e:
        print(e)
    try:
        async for x in NotAwaitable():
            pass
    except TypeError as e:
        print(e)

    class BadIter:
        def __aiter__(self): return self

    try:
        async for x in BadIter():
            pass
    except TypeError as e:
        print(e)

    class BadNext:
        def __aiter__(self): return self
        def __anext__(self): return 5

    try:
        async for x in BadNext():
            pass
    except TypeError as e:
        print(e)

    class BadExit:
        async def __aenter__(self): return 1
        def __aexit__(self, *a): return None

    try:
        async with BadExit():
            pass
    except TypeError as e:
        print(e)

    class OnlySync:
        def __enter__(self): pass
        def __exit__(self, *a): pass

    try:
        async with OnlySync():
            pass
    except TypeError as e:
        print(e)


run(with_errors())
