import inspect


class Service:
    """A service."""
    version = 1

    def start(self, port: int = 80, *, debug=False) -> None:
        """Start it."""

    async def fetch(self): pass
    @staticmethod
    def helper(a, b): pass
    @property
    def url(self): return "u"


for name, member in inspect.getmembers(Service):
    if not name.startswith("_"):
        kind = "coroutine" if inspect.iscoroutinefunction(member) else "function" if inspect.isfunction(member) else type(member).__name__
        print(name, kind, inspect.getdoc(member) if kind == "function" else "")
print(inspect.signature(Service.start), inspect.signature(Service().start), inspect.signature(Service.helper))


def call_with(f, available):
    wanted = inspect.signature(f).parameters
    return f(**{k: v for k, v in available.items() if k in wanted})


print(call_with(lambda a, c: (a, c), {"a": 1, "b": 2, "c": 3}))
for p in inspect.signature(Service.start).parameters.values():
    print(p.name, p.kind.name, p.default if p.default is not p.empty else "-", p.annotation if p.annotation is not p.empty else "-")
sig = inspect.signature(lambda a, /, b=1, *args, c, **kw: None)
print(sig, [str(p) for p in sig.parameters.values()])
for args, kwargs in (((1,), {"c": 2}), ((1, 2, 3), {"c": 4, "d": 5}), ((), {"c": 1}), ((1,), {}), ((1,), {"a": 2, "c": 3})):
    try:
        print(sig.bind(*args, **kwargs))
    except TypeError as e:
        print(e)


def validated(f):
    sig = inspect.signature(f)

    def wrapper(*args, **kwargs):
        for name, value in sig.bind(*args, **kwargs).arguments.items():
            want = sig.parameters[name].annotation
            if want is not inspect.Parameter.empty and not isinstance(value, want):
                raise TypeError(f"{name} must be {want.__name__}, got {type(value).__name__}")
        return f(*args, **kwargs)
    return wrapper


@validated
def area(w: int, h: int): return w * h


print(area(2, 3))
try:
    area(2, "3")
except TypeError as e:
    print(e)
def who_called(): return inspect.currentframe().f_back.f_code.co_name
def wrapper(): return who_called()
print(wrapper(), inspect.isclass(Service), inspect.ismodule(inspect), inspect.isbuiltin(len), inspect.isgenerator(x for x in ()))
