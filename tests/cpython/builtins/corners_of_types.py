def sub(n):
    try: yield n
    except GeneratorExit:
        print("sub closed"); 
        if n == 2: yield 5
        if n == 3: raise ValueError("x")
    finally: print("fin")
def outer(n):
    try:
        yield from sub(n)
        print("after")
    except GeneratorExit as e: print("outer", repr(e)); raise
    except Exception as e: print("outer exc", repr(e)); raise
for n in (1, 2, 3):
    g = outer(n); next(g)
    try: print(g.close())
    except Exception as e: print("close:", repr(e))
for n in (1, 2, 3):
    g = outer(n); next(g)
    try: print(g.throw(GeneratorExit))
    except BaseException as e: print("throw:", repr(e))
def o2():
    yield from outer(1)
g = o2(); next(g); del g
import sys
sys.set_int_max_str_digits(0); print(len(str(10**5000)), sys.get_int_max_str_digits())
def f(): pass
f.foo = 1; print("foo" in dir(f), sys.version_info[:2])
l = [3, 1, 2]
def key(x): l.append(5); return x
try: l.sort(key=key)
except ValueError as e: print(e, l)
class C(float):
    def __init__(self, v, unit="C"): self.unit = unit
try: print(C(2.5, unit="F").unit)
except TypeError as e: print(e)
class S: __slots__ = ("a",)
import weakref
try: weakref.ref(S())
except TypeError as e: print(e)
for bad in (5, "s", [1], {}, (1,), None):
    try: weakref.ref(bad)
    except TypeError as e: print(e)
print(slice(None, 10**30).indices(5), slice(5).indices(3))
r = reversed([1,2,3]); print(r.__length_hint__(), next(r), r.__length_hint__())
class P(property):
    """sub doc"""
class K:
    @P
    def a(self): "a doc"
    @property
    def b(self): "b doc"
    @b.setter
    def b(self, v): "no"
print(K.a.__doc__, K.b.__doc__, K.__dict__["b"].__name__)
from pprint import pprint
from collections import defaultdict
pprint(defaultdict(int, {"a": 1}), width=20)
import types
class Mod(types.ModuleType):
    X = 1
    def __getattr__(self, n): return "dyn " + n
m = Mod("m"); print(m.X, m.foo, m.__name__, type(m).__name__, isinstance(m, types.ModuleType))

