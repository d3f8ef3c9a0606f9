class Typed:
    def __init__(self, kind, *, default=None):
        self.kind = kind
        self.default = default
    def __set_name__(self, owner, name):
        self.name = name
        self.private = "_" + name
    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        return getattr(obj, self.private, self.default)
    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}, not {type(value).__name__}")
        setattr(obj, self.private, value)
    def __delete__(self, obj):
        delattr(obj, self.private)

class Person:
    name = Typed(str)
    age = Typed(int, default=0)
    def __init__(self, name, age=None):
        self.name = name
        if age is not None:
            self.age = age
    def __repr__(self):
        return f"{type(self).__qualname__}(name={self.name!r}, age={self.age!r})"

p = Person("Ann", 30)
print(p, vars(p), Person.name.name, Person.age.private)
try:
    p.age = "x"
except TypeError as e:
    print(e)
del p.age
print(p.age, p)
try:
    del p.age
except AttributeError as e:
    print(type(e).__name__, e, e.name, e.obj is p)
class Cached:
    def __init__(self, f): self.f = f; self.__doc__ = f.__doc__
    def __set_name__(self, o, n): self.n = n
    def __get__(self, o, t=None):
        if o is None: return self
        print("computing", self.n)
        v = o.__dict__[self.n] = self.f(o)
        return v
class Circle:
    def __init__(self, r): self.r = r
    @Cached
    def area(self):
        """the area"""
        return round(3.14159 * self.r ** 2, 3)
c = Circle(2)
print(c.area, c.area, Circle.area.__doc__)
class RO:
    def __get__(self, o, t): return 42
    def __set__(self, o, v): raise AttributeError("read only!")
class K:
    x = RO()
k = K()
k.__dict__['x'] = 1
print(k.x)
try:
    k.x = 3
except AttributeError as e:
    print(e)
class Bad:
    def __set_name__(self, o, n): raise ValueError("no name for me")
try:
    class L:
        b = Bad()
except ValueError as e:
    print(repr(e), e.__notes__)
class Meth:
    @classmethod
    def make(cls, *a): return cls, a
    @staticmethod
    def st(*a): return a
    @property
    def both(self): return type(self).__name__
print(Meth.make(1)[0].__name__, Meth().st(2), Meth().both)
try:
    Meth().both = 1
except AttributeError as e:
    print(e)
try:
    del Meth().both
except AttributeError as e:
    print(e)
class P2:
    def __init__(self): self._x = 1
    def getx(self): return self._x
    def setx(self, v): self._x = v
    def delx(self): del self._x
    x = property(getx, setx, delx, "doc of x")
q = P2(); q.x = 5; print(q.x, P2.x.__doc__, P2.x.fget.__name__, P2.x.fset is P2.setx); del q.x
try: q.x
except AttributeError as e: print(e)
