import functools, time
def log(fn):
    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        sig = ", ".join([repr(a) for a in args] + [f"{k}={v!r}" for k, v in kwargs.items()])
        print(f"-> {fn.__name__}({sig})")
        try:
            result = fn(*args, **kwargs)
        except Exception as e:
            print(f"!! {type(e).__name__}: {e}")
            raise
        print(f"<- {result!r}")
        return result
    return wrapper
def retry(times, exceptions=(Exception,)):
    def decorate(fn):
        @functools.wraps(fn)
        def wrapper(*a, **k):
            last = None
            for attempt in range(1, times + 1):
                try:
                    return fn(*a, **k)
                except exceptions as e:
                    last = e
                    print(f"attempt {attempt} failed: {e}")
            raise RuntimeError(f"gave up after {times}") from last
        return wrapper
    return decorate
class Memo:
    def __init__(self, fn):
        functools.update_wrapper(self, fn)
        self.fn, self.cache, self.hits = fn, {}, 0
    def __call__(self, *a):
        if a in self.cache:
            self.hits += 1
        else:
            self.cache[a] = self.fn(*a)
        return self.cache[a]
    def __get__(self, obj, cls):
        return self if obj is None else functools.partial(self, obj)
@log
def add(a, b=1):
    "adds"
    return a + b
add(1); add(1, b=2)
try: add("a")
except TypeError: print("reraised")
print(add.__name__, add.__doc__, add.__wrapped__(5, 6), add.__qualname__)
state = {"n": 0}
@retry(3, (ValueError,))
def flaky():
    state["n"] += 1
    if state["n"] < 3: raise ValueError(f"try {state['n']}")
    return "ok"
print(flaky())
@retry(2)
def never(): raise KeyError("k")
try: never()
except RuntimeError as e: print(e, repr(e.__cause__))
@Memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(60), fib.hits, fib.__name__)
class C:
    @Memo
    def sq(self, x): return x * x
    @staticmethod
    @log
    def s(x): return x
    @classmethod
    @log
    def c(cls, x): return (cls.__name__, x)
    @property
    def p(self): return 1
    @functools.cached_property
    def cp(self): print("once"); return 2
    @functools.singledispatchmethod
    def show(self, x): return f"obj {x}"
    @show.register
    def _(self, x: int): return f"int {x}"
    @show.register(list)
    def _(self, x): return f"list {x}"
c = C(); print(c.sq(3), c.sq(3), C.sq.hits, C.s(1), c.c(2), c.p, c.cp, c.cp, c.show(1), c.show([1]), c.show("a"), c.show(True))
@functools.lru_cache(maxsize=2)
def slow(x): print("computing", x); return x * 2
print(slow(1), slow(2), slow(1), slow(3), slow(2), slow.cache_info()); slow.cache_clear(); print(slow.cache_info(), slow.cache_parameters())
try: slow([])
except TypeError as e: print(e)
@functools.singledispatch
def enc(x): raise NotImplementedError(f"no encoder for {type(x).__name__}")
@enc.register(int)
@enc.register(float)
def _(x): return f"num:{x}"
@enc.register
def _(x: str): return f"str:{x}"
print(enc(1), enc(1.5), enc("a"), enc.dispatch(bool).__name__, sorted(t.__name__ for t in enc.registry))
try: enc([])
except NotImplementedError as e: print(e)
p = functools.partial(add.__wrapped__, b=10); print(p(1), p.func.__name__, p.args, p.keywords, p(1, b=2))
def compose(*fs): return functools.reduce(lambda f, g: lambda x: f(g(x)), fs)
print(compose(str, abs, int)("-5"), functools.reduce(lambda a, b: a + b, [[1], [2]], []))
def bold(f): return lambda *a: "<b>" + f(*a) + "</b>"
def it(f): return lambda *a: "<i>" + f(*a) + "</i>"
@bold
@it
def hi(n): return "hi " + n
print(hi("x"), hi.__name__)
def register(cls=None, /, *, name=None):
    def wrap(c): c.tag = name or c.__name__.lower(); return c
    return wrap if cls is None else wrap(cls)
@register
class A: pass
@register(name="bee")
class B: pass
print(A.tag, B.tag)
