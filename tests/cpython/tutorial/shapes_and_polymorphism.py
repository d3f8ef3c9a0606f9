import math


class Shape:
    sides = 0

    def __init__(self, name=None):
        self.name = name or type(self).__name__.lower()

    def area(self):
        raise NotImplementedError(f"{type(self).__name__}.area")

    def __lt__(self, other):
        return self.area() < other.area()

    def __repr__(self):
        args = ", ".join(f"{k}={v!r}" for k, v in vars(self).items() if k != "name")
        return f"{type(self).__name__}({args})"


class Circle(Shape):
    def __init__(self, radius, **kw):
        super().__init__(**kw)
        self.radius = radius

    def area(self):
        return math.pi * self.radius ** 2


class Polygon(Shape):
    def perimeter(self):
        return sum(self.lengths())


class Rectangle(Polygon):
    sides = 4

    def __init__(self, w, h, **kw):
        super().__init__(**kw)
        self.w, self.h = w, h

    def area(self): return self.w * self.h
    def lengths(self): return [self.w, self.h] * 2


class Square(Rectangle):
    def __init__(self, side): super().__init__(side, side, name="sq")


class Triangle(Polygon):
    sides = 3

    def __init__(self, a, b, c):
        if max(a, b, c) * 2 >= a + b + c:
            raise ValueError(f"no triangle with sides {a}, {b}, {c}")
        super().__init__()
        self.a, self.b, self.c = a, b, c

    def lengths(self): return [self.a, self.b, self.c]

    def area(self):
        s = self.perimeter() / 2
        return math.sqrt(s * (s - self.a) * (s - self.b) * (s - self.c))


shapes = [Circle(1.5), Rectangle(2, 3.5), Square(2), Triangle(3, 4, 5), Circle(0.5, name="dot")]
for s in sorted(shapes):
    extra = f" perimeter {s.perimeter():g}" if isinstance(s, Polygon) else ""
    print(f"{s.name:<10}{s.area():>8.3f} sides {s.sides}{extra} {s!r}")
print(max(shapes), min(shapes).name, sum(s.area() for s in shapes) > 20)
for bad in (lambda: Triangle(1, 2, 3), lambda: Shape().area(), lambda: Circle(1).perimeter(), lambda: Shape() < Circle(1), lambda: Square(1, 2)):
    try:
        bad()
    except (ValueError, NotImplementedError, AttributeError, TypeError) as e:
        print(type(e).__name__, "-", e)
by_class = {}
for s in shapes:
    by_class.setdefault(type(s).__mro__[1].__name__, []).append(s.name)
print(by_class, [c.__name__ for c in Square.__mro__], Polygon.__subclasses__())
