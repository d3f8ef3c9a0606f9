class Lazy:
    def __init__(self): self.log = []
    def __getattr__(self, name):
        if name.startswith("_"): raise AttributeError(name)
        self.log.append(name)
        return f"dyn {name}"
l = Lazy(); print(l.foo, l.bar, l.log, hasattr(l, "_x"), hasattr(l, "x"), getattr(l, "_q", "default"))
try: l._private
except AttributeError as e: print(repr(e), e.name, e.obj is l)
class Guard:
    allowed = {"x"}
    def __setattr__(self, k, v):
        if k not in self.allowed: raise AttributeError(f"cannot set {k!r}")
        super().__setattr__(k, v)
    def __delattr__(self, k): print("del", k); object.__delattr__(self, k)
    def __getattribute__(self, k):
        if k == "secret": raise AttributeError("hidden")
        return super().__getattribute__(k)
g = Guard(); g.x = 1; print(g.x); del g.x
for f in [lambda: setattr(g, "y", 1), lambda: g.x, lambda: g.secret, lambda: delattr(g, "x")]:
    try: f()
    except AttributeError as e: print(e)
class Proxy:
    def __init__(self, t): object.__setattr__(self, "_t", t)
    def __getattr__(self, n): return getattr(self._t, n)
    def __setattr__(self, n, v): setattr(self._t, n, v)
    def __dir__(self): return ["a", "c", "b"]
p = Proxy([3, 1, 2]); p.sort(); print(p._t, p.index(2), dir(p), p.__class__.__name__)
try: len(p)
except TypeError as e: print(e)
try: p.nope
except AttributeError as e: print(e)
class Student:
    school = "MIT"
    def __init__(self, name, grade): self.name, self.grade = name, grade
    def promote(self): self.grade += 1
    def __repr__(self): return f"<Student {self.name}>"
s = Student("Al", 3)
for f in [lambda: s.nam, lambda: s.grades, lambda: s.promot(), lambda: Student.schol, lambda: s.Name, lambda: s.x, lambda: "abc".uper(), lambda: [].appendd(1), lambda: {}.key(), lambda: (1).bit_lenght(), lambda: None.foo, lambda: Student.name, lambda: s.promote.foo, lambda: s.promote.__nam__, lambda: len.foo, lambda: int.foo, lambda: (lambda: 0).foo, lambda: Student("x"), lambda: s.grade.x, lambda: setattr(s, 1, 2), lambda: getattr(s, None), lambda: s.name.foo.bar, lambda: type(s).foo, lambda: super(Student, s).foo, lambda: (x for x in []).foo, lambda: ...  .foo, lambda: NotImplemented.foo, lambda: range(3).foo, lambda: 1.5.foo, lambda: b"".foo, lambda: {1}.foo, lambda: (1,).foo, lambda: print.foo, lambda: slice(1).foo]:
    try: print(f())
    except Exception as e:
        import traceback
        print(traceback.format_exception_only(e)[-1].strip())
s.promote(); s.__dict__["extra"] = 1; print(s.grade, s.extra, vars(s), s.school, Student.__dict__["school"])
Student.school = "ETH"; s.school = "own"; print(s.school, Student.school); del s.school; print(s.school)
print(sorted(n for n in dir(s) if not n.startswith("__")), hasattr(s, "name"), isinstance(s, Student), type(s) is Student, s.__class__, Student.__name__, Student.__bases__, s.promote.__qualname__)
m = s.promote; m(); print(s.grade, m.__self__ is s, m.__func__ is Student.promote, m == s.promote, m is s.promote)
import types
s.shout = types.MethodType(lambda self: self.name.upper(), s); print(s.shout())
Student.late = lambda self, x: (self.name, x); print(s.late(3))
class Base:
    def __init__(self): print("Base.init"); self.setup()
    def setup(self): print("Base.setup")
class Mid1(Base):
    def __init__(self): print("Mid1.init"); super().__init__()
    def setup(self): print("Mid1.setup"); super().setup()
class Mid2(Base):
    def __init__(self): print("Mid2.init"); super().__init__()
    def setup(self): print("Mid2.setup"); super().setup()
class Bot(Mid1, Mid2):
    def setup(self): print("Bot.setup"); super().setup()
Bot(); print([c.__name__ for c in Bot.__mro__], Bot.mro() == list(Bot.__mro__), issubclass(Bot, Base), Base.__subclasses__())
class Sing:
    _i = None
    def __new__(cls, *a):
        if cls._i is None: cls._i = super().__new__(cls)
        return cls._i
    def __init__(self, v): self.v = v
print(Sing(1) is Sing(2), Sing(3).v)
class NoInit:
    def __new__(cls): return 5
print(NoInit(), type(NoInit()))
from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def show(self): return f"{self.name} {self.area():.1f}"
class Sq(Shape):
    name = "sq"
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
print(Sq(2).show(), Shape.__abstractmethods__ == {"area", "name"})
for k in (Shape, type("Half", (Shape,), {"area": lambda s: 1})):
    try: k()
    except TypeError as e: print(e)
