from contextlib import contextmanager, suppress, closing, nullcontext, redirect_stdout, redirect_stderr, ExitStack, ContextDecorator, AbstractContextManager
import io


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as e:
        print("swallow", e)
    finally:
        print(f"</{name}>")


with tag("p") as t:
    print(t)
with tag("b"), tag("i"):
    raise ValueError("inside")
try:
    with tag("x"):
        raise KeyError("through")
except KeyError as e:
    print("caught", e)


@tag("deco")
def work():
    print("working")


work()
work()


@contextmanager
def never():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


for cm in (never, twice):
    try:
        with cm():
            print("body")
    except RuntimeError as e:
        print(e)


@contextmanager
def converts():
    try:
        yield
    except ZeroDivisionError as e:
        raise RuntimeError("converted") from e


try:
    with converts():
        1 / 0
except RuntimeError as e:
    print(repr(e), repr(e.__cause__))
with suppress(KeyError, IndexError):
    {}["x"]
    print("not reached")
with suppress():
    print("suppress nothing")
with nullcontext(5) as n:
    print(n)
buf = io.StringIO()
with redirect_stdout(buf):
    print("hidden")
print(repr(buf.getvalue()))


class Door:
    def close(self): print("closed")


with closing(Door()) as d:
    print(type(d).__name__)


class Timed(ContextDecorator):
    def __enter__(self): print("start"); return self
    def __exit__(self, *exc): print("stop"); return False


@Timed()
def f(): print("in f")


f()
print(issubclass(Timed, AbstractContextManager), isinstance(tag("q"), AbstractContextManager))
