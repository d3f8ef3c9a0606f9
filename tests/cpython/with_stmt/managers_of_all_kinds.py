from contextlib import contextmanager, suppress, ExitStack, closing, nullcontext, redirect_stdout, AbstractContextManager, ContextDecorator
import io
class CM:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self): print("enter", self.name); return self
    def __exit__(self, t, v, tb):
        print("exit", self.name, t and t.__name__, v, tb is not None)
        return self.swallow
with CM("a") as a, CM("b") as b: print(a.name, b.name)
with (CM("c") as c, CM("d", True)): raise ValueError("swallowed by d")
try:
    with CM("e"): raise KeyError("out")
except KeyError as e: print("caught", e)
@contextmanager
def tag(n):
    print(f"<{n}>")
    try: yield n.upper()
    except ZeroDivisionError as e: print("handled", e)
    finally: print(f"</{n}>")
with tag("p") as t: print(t)
with tag("q"): 1 / 0
try:
    with tag("r"): int("x")
except ValueError as e: print(e)
@tag("deco")
def f(): print("in f")
f(); f()
@contextmanager
def noyield():
    if False: yield
try:
    with noyield(): pass
except RuntimeError as e: print(e)
@contextmanager
def twice(): yield 1; yield 2
try:
    with twice(): pass
except RuntimeError as e: print(e)
with suppress(KeyError, IndexError): {}["a"]
with ExitStack() as st:
    for i in range(3): st.enter_context(CM(i))
    st.callback(print, "cb", sep="-")
    print("body")
buf = io.StringIO()
with redirect_stdout(buf): print("hidden")
print(repr(buf.getvalue()))
with nullcontext(5) as n: print(n)
class Res:
    def close(self): print("closed")
with closing(Res()) as r: pass
for thing in [5, object(), CM, None]:
    try:
        with thing: pass
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
class NoExit:
    def __enter__(self): return 1
class NoEnter:
    def __exit__(self, *a): pass
for k in (NoExit, NoEnter):
    try:
        with k(): pass
    except TypeError as e: print(e)
def ret():
    with CM("ret"): return "value"
print(ret())
for i in range(3):
    with CM(i):
        if i == 1: continue
        if i == 2: break
class Err:
    def __enter__(self): raise OSError("enter failed")
    def __exit__(self, *a): print("never")
try:
    with CM("outer"), Err(): print("no")
except OSError as e: print(e)
class ExitErr:
    def __enter__(self): return self
    def __exit__(self, *a): raise RuntimeError("in exit")
try:
    with ExitErr(): raise ValueError("body")
except RuntimeError as e: print(e, repr(e.__context__))
class T(AbstractContextManager):
    def __exit__(self, *a): print("T exit")
with T() as t: print(type(t).__name__)
class D(ContextDecorator):
    def __enter__(self): print("D in")
    def __exit__(self, *a): print("D out")
@D()
def g(x): return x * 2
print(g(4))
x = [0]
with CM("t") as x[0]: print(x[0].name)
with tag("z") as (p, *q): print(p, q)
async def main():
    async with CM("x"): pass
import asyncio
try: asyncio.run(main())
except TypeError as e: print(e)
