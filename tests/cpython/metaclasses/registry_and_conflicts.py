class Registry(type):
    items = {}
    def __new__(mcls, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if not k.startswith("__")), kw)
        cls = super().__new__(mcls, name, bases, dict(ns))
        if bases:
            mcls.items[kw.get("key", name.lower())] = cls
        return cls
    def __init__(cls, name, bases, ns, key=None):
        super().__init__(name, bases, ns)
        cls.key = key
    def __call__(cls, *a, **k):
        print("calling", cls.__name__, a, k)
        return super().__call__(*a, **k)
    def __len__(cls): return len(Registry.items)
    def __iter__(cls): return iter(sorted(Registry.items))
    def __contains__(cls, k): return k in Registry.items
    def __getitem__(cls, k): return Registry.items[k]
    def __repr__(cls): return f"<reg {cls.__name__}>"
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        print("prepare", name, kw)
        return {"prepared": True}
    @property
    def shout(cls): return cls.__name__.upper()

class Base(metaclass=Registry):
    pass
class Dog(Base):
    def __init__(self, n): self.n = n
class Cat(Base, key="kitty"):
    x = 1
d = Dog("rex")
print(d.n, len(Base), list(Base), "kitty" in Base, Base["dog"], Dog, type(Dog), Dog.shout, Cat.prepared)
try:
    d.shout
except AttributeError as e:
    print(e)
try:
    class A(type): pass
    class B(type): pass
    class X(metaclass=A): pass
    class Y(metaclass=B): pass
    class Z(X, Y): pass
except TypeError as e:
    print(e)
try:
    class P: pass
    class Q(P): pass
    class R(P, Q): pass
except TypeError as e:
    print(e)
try:
    class S(int, str): pass
except TypeError as e:
    print(e)
try:
    class T(bool): pass
except TypeError as e:
    print(e)
try:
    class U(P, P): pass
except TypeError as e:
    print(e)
V = type("V", (P,), {"hello": lambda self: "hi", "__doc__": "made"})
print(V().hello(), V.__doc__, V.__name__, V.__module__, V.__mro__)
try: type("W", "notbases", {})
except TypeError as e: print(e)
try: type(1, (), {})
except TypeError as e: print(e)
try: type("W", (), [])
except TypeError as e: print(e)
try: type("W", (1,), {})
except TypeError as e: print(e)
class Init:
    def __init_subclass__(cls, /, tag, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
class I1(Init, tag="t"): pass
print(I1.tag)
try:
    class I2(Init): pass
except TypeError as e: print(e)
try:
    class I3(Init, tag=1, other=2): pass
except TypeError as e: print(e)
try:
    class I4(other=2): pass
except TypeError as e: print(e)
class M2(type):
    def __instancecheck__(cls, o): return hasattr(o, "quack")
    def __subclasscheck__(cls, c): return hasattr(c, "quack")
class Duck(metaclass=M2): pass
class Mallard:
    def quack(self): pass
print(isinstance(Mallard(), Duck), issubclass(Mallard, Duck), isinstance(3, Duck))
Dog.__name__ = "Hound"
print(Dog, Dog.__name__, Dog.__qualname__)
try: Dog.__name__ = 3
except TypeError as e: print(e)
try: int.foo = 1
except TypeError as e: print(e)
try: del int.bit_length
except TypeError as e: print(e)
try: isinstance(1, 2)
except TypeError as e: print(e)
try: issubclass(1, int)
except TypeError as e: print(e)
try: issubclass(int, 1)
except TypeError as e: print(e)
