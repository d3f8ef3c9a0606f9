from contextlib import contextmanager, ExitStack, suppress, redirect_stdout, ContextDecorator
import io

log = []


@contextmanager
def indent(level=[0]):
    level[0] += 1
    try:
        yield lambda text: log.append("  " * (level[0] - 1) + text)
    finally:
        level[0] -= 1


with indent() as say:
    say("outer")
    with indent():
        say("inner")
    say("outer again")
print("\n".join(log))


@contextmanager
def temporarily(obj, **values):
    saved = {k: getattr(obj, k) for k in values}
    for k, v in values.items():
        setattr(obj, k, v)
    try:
        yield obj
    finally:
        for k, v in saved.items():
            setattr(obj, k, v)


class Settings:
    debug, level = False, 1


with temporarily(Settings, debug=True, level=5) as s:
    print(s.debug, s.level)
print(Settings.debug, Settings.level)


@contextmanager
def transaction(db):
    backup = dict(db)
    try:
        yield db
    except Exception as e:
        db.clear()
        db.update(backup)
        print("rolled back:", e)
    else:
        print("committed")


db = {"a": 1}
with transaction(db) as t:
    t["b"] = 2
with transaction(db) as t:
    t["c"] = 3
    raise RuntimeError("oops")
print(db)


def capture(f, *args):
    with redirect_stdout(io.StringIO()) as out:
        f(*args)
    return out.getvalue()


print(repr(capture(print, "hidden", 42)))


class Timer(ContextDecorator):
    def __init__(self, name): self.name = name
    def __enter__(self): print("start", self.name); return self
    def __exit__(self, *exc): print("stop", self.name, exc[0]); return False


@Timer("f")
def f(x):
    return x * 2


print(f(4))
with ExitStack() as stack:
    for n in range(3):
        stack.enter_context(Timer(n))
    stack.callback(print, "last registered, first run")
with suppress(ZeroDivisionError, KeyError):
    print({}["x"])
print("suppressed")
try:
    with Timer("err"):
        raise ValueError("inside")
except ValueError as e:
    print(e)
cm = indent()
with cm as say:
    pass
try:
    with cm:
        pass
except (RuntimeError, AttributeError) as e:
    print(type(e).__name__)
