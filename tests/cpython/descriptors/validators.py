class Typed:
    def __init__(self, kind, check=lambda v: True, message="invalid"):
        self.kind, self.check, self.message = kind, check, message

    def __set_name__(self, owner, name):
        self.slot = "_" + name
        self.name = name

    def __get__(self, obj, owner=None):
        return self if obj is None else getattr(obj, self.slot)

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}, not {type(value).__name__}")
        if not self.check(value):
            raise ValueError(f"{self.name} {self.message}: {value!r}")
        setattr(obj, self.slot, value)


class Person:
    name = Typed(str, bool, "must not be empty")
    age = Typed(int, lambda v: 0 <= v < 150, "out of range")

    def __init__(self, name, age):
        self.name, self.age = name, age


p = Person("Ann", 30)
print(p.name, p.age, vars(p))
for args in (("", 1), ("Bob", -1), ("Bob", "x"), (5, 5)):
    try:
        Person(*args)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
p.age += 1
print(p.age)


class Lazy:
    def __init__(self, f):
        self.f = f
        self.name = f.__name__

    def __get__(self, obj, owner):
        if obj is None:
            return self
        print("computing", self.name)
        value = obj.__dict__[self.name] = self.f(obj)
        return value


class Circle:
    def __init__(self, r): self.r = r

    @Lazy
    def area(self): return 3 * self.r ** 2


c = Circle(2)
print(c.area, c.area)
print(Circle.area.name)


class Bound:
    def method(self, x): return (self.tag, x)
    tag = "t"


b = Bound()
m = Bound.__dict__["method"].__get__(b, Bound)
print(m(1), m.__self__ is b, m.__func__ is Bound.method, b.method == b.method, b.method is b.method, len.__get__ if hasattr(len, "__get__") else "builtins do not bind")
free = Bound.method
print(free(b, 2), free.__get__(b)(3))
