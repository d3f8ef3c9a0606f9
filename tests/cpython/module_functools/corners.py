import collections.abc as A
import functools
from collections import defaultdict


def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


@functools.lru_cache(maxsize=3)
def f(x,y=2): print("call",x,y); return x*y
print(f(1),f(1),f(1,2),f(1,y=2),f(2),f(3),f(4),f(1), f.cache_info(), f.cache_parameters(), f.__name__, f.__wrapped__(3)); f.cache_clear(); print(f.cache_info())
@functools.cache
def fib(n): return n if n<2 else fib(n-1)+fib(n-2)
print(fib(300), fib.cache_info())
@functools.lru_cache(typed=True)
def ty(x): return type(x).__name__
print(ty(1), ty(1.0), ty(True), ty.cache_info())
t(lambda: fib([])); t(lambda: fib()); t(lambda: functools.lru_cache("x")); print(repr(fib)[:40])
class K:
    @functools.lru_cache
    def m(self,x): return x+1
    @functools.cached_property
    def cp(self): print("once"); return 5
    def pm(self,a,b): return (a,b)
    p1=functools.partialmethod(pm,1)
k=K(); print(k.m(1),k.m(1),K.m.cache_info().hits,k.cp,k.cp,k.p1(2))
p=functools.partial(int,base=2); print(p("101"),p.func,p.args,p.keywords,repr(p)); q=functools.partial(print,1,2,sep="-"); q(3); q(3,sep="+",end="!\n"); pp=functools.partial(q,9); pp(); print(pp.args, pp.keywords)
t(lambda: functools.partial()); t(lambda: functools.partial(5)); t(lambda: p.foo); t(lambda: functools.partial(lambda a:a)()); p.attr=4; print(p.attr, callable(p))
def gen(): 
    @functools.partial
    def inner(): yield 1
    return inner
print(list(gen()()), functools.reduce(lambda a,b:a*b,[1,2,3,4]), functools.reduce(max,[3],9)); t(lambda: functools.reduce(max,[]))
@functools.total_ordering
class T:
    def __init__(s,v): s.v=v
    def __eq__(s,o): return s.v==o.v
    def __lt__(s,o): return s.v<o.v
print(T(1)<=T(1), T(1)>T(0), T(2)>=T(3), T(1)!=T(2))
for name in ("__gt__","__le__","__ge__"):
    ns={"__init__":T.__init__,"__eq__":T.__eq__, name: (lambda n: lambda s,o: getattr(s.v,n)(o.v))(name)}
    U=functools.total_ordering(type("U",(),ns)); print([(U(a)<U(b),U(a)<=U(b),U(a)>U(b),U(a)>=U(b)) for a in (1,2) for b in (1,2)])
t(lambda: functools.total_ordering(type("X",(),{})))
@functools.singledispatch
def sd(x): return "obj"
@sd.register
def _(x: int): return "int"
@sd.register(list)
def _(x): return "list"
@sd.register(A.Mapping)
def _(x): return "map"
print(sd(1), sd(True), sd([]), sd({}), sd("s"), sd(defaultdict()), sd.dispatch(int).__name__, list(sd.registry)); t(lambda: sd()); t(lambda: sd.register(5))
print(sorted([3,1,2],key=functools.cmp_to_key(lambda a,b:b-a)))
