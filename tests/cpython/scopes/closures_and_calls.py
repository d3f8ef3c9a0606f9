def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(r)
    except Exception as e:
        print(type(e).__name__, e)
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    return inc
c = counter(); c(); print(c(5), c.__closure__[0].cell_contents, c.__code__.co_freevars, counter.__code__.co_cellvars)
fs = [lambda: i for i in range(3)]; print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]; print([f() for f in fs])
x = "global"
def a():
    print(x)
    x = 1
t(a)
def b():
    def inner(): return y
    t(inner)
    y = 5
    t(inner)
    del y
    t(inner)
b()
def cc():
    del zz
t(cc)
def dd():
    global newglobal
    newglobal = 1
    t(lambda: newglobal)
dd(); del newglobal
t(lambda: newglobal)
class K:
    x = "class"
    def m(self): return x
    y = [x for _ in range(2)]
    z = [w for w in x]
    def n(self, d=x): return d
print(K().m(), K.y, K.z, K().n())
def outer():
    v = 1
    class In:
        v2 = v
        def get(self): return v
        def cls(self): return __class__
    v = 2
    return In
o = outer(); print(o.v2, o().get(), o().cls().__qualname__)
def args(a, b=2, /, c=3, *d, e, f=6, **g): return a, b, c, d, e, f, g
t(args, 1, e=5); t(args, 1, 2, 3, 4, 5, e=0, z=1); t(args); t(args, 1); t(args, 1, 2, b=3, e=1); t(args, a=1, e=1); t(args, 1, e=1, **{"e": 2} if False else {}); t(args, *[1, 2], *[3, 4], **{"e": 5}, **{"q": 6})
def t2(f):
    try: print(f())
    except TypeError as e: print(e)
def two(a, b): return a, b
def kw(*, key): return key
def noargs(): pass
def defs(a, b=1, c=2): return a, b, c
t2(lambda: two(1)); t2(lambda: two()); t2(lambda: two(1, 2, 3)); t2(lambda: two(1, 2, 3, 4)); t2(lambda: two(1, c=3)); t2(lambda: two(1, a=3)); t2(lambda: two(*[1], **{"b": 2})); t2(lambda: two(**{"a": 1, "c": 2})); t2(lambda: kw(1)); t2(lambda: kw()); t2(lambda: kw(key=1, other=2)); t2(lambda: noargs(1)); t2(lambda: noargs(x=1)); t2(lambda: defs()); t2(lambda: defs(1, 2, 3, 4)); t2(lambda: defs(1, d=4)); t2(lambda: two(*5)); t2(lambda: two(**5)); t2(lambda: two(**{1: 2})); t2(lambda: two(b=1, **{"b": 2})); t2(lambda: two(*"ab")); t2(lambda: two(*"abc")); t2(lambda: kw(kay=1)); t2(lambda: (lambda a: a)()); t2(lambda: (lambda a, *, b: a)(1)); t2(lambda: print(1, sepp="")); t2(lambda: int(5, bas=3)); t2(lambda: sorted([1], kye=1)); t2(lambda: "a".join()); t2(lambda: [].append()); t2(lambda: [].append(1, 2)); t2(lambda: {}.get()); t2(lambda: len()); t2(lambda: len(1, 2)); t2(lambda: abs()); t2(lambda: isinstance(1)); t2(lambda: max()); t2(lambda: 5()); t2(lambda: "a"()); t2(lambda: None()); t2(lambda: [1](0)); t2(lambda: two()()); t2(lambda: K.m()); t2(lambda: K().m(1)); t2(lambda: K(1)); t2(lambda: object(1)); t2(lambda: two.x if hasattr(two, "x") else two(1, 2)())
class Init:
    def __init__(self, a, b): pass
class Call:
    def __call__(self, a): return a
t2(lambda: Init()); t2(lambda: Init(1)); t2(lambda: Init(1, 2, 3)); t2(lambda: Init(1, 2, c=3)); t2(lambda: Call()()); t2(lambda: Call()(1, 2)); t2(lambda: Call()(1)); t2(lambda: Init.__init__()); t2(lambda: Init.nope); 
def rec(n): return n if n == 0 else rec(n - 1)
print(rec(50))
def deco(f):
    print("decorating", f.__name__)
    return f
@deco
def shadow(list): return list
print(shadow(3))
print((lambda *a, **k: (a, k))(1, 2, x=3), (lambda x, /, y: x + y)(1, y=2))
def mutable(a, L=[]): L.append(a); return L
print(mutable(1), mutable(2), mutable(3, []), mutable.__defaults__)
def ann(a: int, b: "str" = "x", *c: float, d: list[int] = None, **e: dict) -> tuple[int, ...]: pass
print(ann.__annotations__, ann.__kwdefaults__)
if (n := 10) > 5: print(n)
print([y := 1, y ** 2], [last := i for i in range(3)], last)
