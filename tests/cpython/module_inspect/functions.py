import inspect
import asyncio


def f(a, b: int = 2, /, c=3, *args, d, e: str = "x", **kw) -> bool:
    """Doc of f."""


async def co(): pass
def gen(): yield
async def agen(): yield


class C:
    """Doc of C."""
    attr = 1
    def method(self): pass
    @classmethod
    def cm(cls): pass
    @staticmethod
    def sm(): pass
    @property
    def prop(self): return 1


sig = inspect.signature(f)
print(sig, list(sig.parameters), sig.return_annotation, sig.parameters["d"].kind, sig.parameters["b"].default, sig.parameters["b"].annotation, sig.parameters["a"].default is inspect.Parameter.empty, sig.parameters["args"].kind.name)
print(inspect.signature(lambda x, *, y=1: 0), inspect.signature(C.method), inspect.signature(C().method), inspect.signature(C.cm), inspect.signature(C.sm), inspect.signature(C))
bound = sig.bind(1, 2, 3, 4, d=5, z=6)
print(bound.arguments, bound.args, bound.kwargs)
try:
    sig.bind(1)
except TypeError as err:
    print(err)
bound = sig.bind(1, d=2)
bound.apply_defaults()
print(bound.arguments)
for name in ("isfunction", "ismethod", "isclass", "ismodule", "isgeneratorfunction", "iscoroutinefunction", "isasyncgenfunction", "isbuiltin", "isroutine", "isawaitable"):
    test = getattr(inspect, name)
    print(name, [test(x) for x in (f, C, C().method, C.cm, C.sm, len, asyncio, co, gen, agen)])
c, g, a = co(), gen(), agen()
print(inspect.iscoroutine(c), inspect.isawaitable(c), inspect.isgenerator(g), inspect.isasyncgen(a), inspect.getcoroutinestate(c), inspect.getgeneratorstate(g), inspect.isdatadescriptor(C.prop))
c.close()
print(inspect.getcoroutinestate(c), inspect.getdoc(f), inspect.getdoc(C), inspect.getmro(bool), inspect.ismethoddescriptor(str.upper), inspect.isabstract(C))
print([n for n, _ in inspect.getmembers(C()) if not n.startswith("_")], [n for n, v in inspect.getmembers(C, inspect.isfunction)], inspect.getattr_static(C, "prop").__class__.__name__, inspect.unwrap(f) is f, inspect.getmodule(f).__name__)


def caller(): return inspect.stack()[1].function, inspect.currentframe().f_code.co_name
def outer(): return caller()


print(outer(), inspect.getfullargspec(f).args, inspect.getfullargspec(f).varkw, inspect.cleandoc("  a\n    b\n    c"))
