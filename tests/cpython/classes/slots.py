class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


p = Point(1, 2)
print(p.x, p.y)
p.x = 10
print(p.x)
try:
    p.z = 3
except AttributeError as e:
    print(e)
try:
    p.__dict__
except AttributeError as e:
    print(e)
del p.y
try:
    p.y
except AttributeError as e:
    print(e)
print(Point.__slots__, type(Point.x).__name__)


class Named(Point):
    __slots__ = ("name",)


n = Named(1, 2)
n.name = "origin"
print(n.name, n.x)


class Open(Point):
    pass


o = Open(3, 4)
o.extra = "fine"
print(o.extra, vars(o), o.x)

try:
    class Clash:
        __slots__ = ("a",)
        a = 1
except ValueError as e:
    print(e)
