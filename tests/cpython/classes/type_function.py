def init(self, x):
    self.x = x


Point = type("Point", (), {"__init__": init, "double": lambda self: self.x * 2, "kind": "2d"})
p = Point(4)
print(Point, p.double(), p.kind, Point.__name__)
Sub = type("Sub", (Point,), {"kind": "sub"})
print(Sub(3).double(), Sub.kind, Sub.__bases__, Sub.__mro__)
print(type(3), type("s") is str, type(p) is Point)
try:
    type("X", (), 5)
except TypeError as e:
    print(e)
try:
    type()
except TypeError as e:
    print(e)
try:
    type(1, 2)
except TypeError as e:
    print(e)
p.__class__ = Sub
print(p.kind, isinstance(p, Sub))
print(isinstance(True, int), issubclass(bool, int), isinstance(1, bool))
try:
    isinstance(1, "int")
except TypeError as e:
    print(e)
try:
    issubclass(1, int)
except TypeError as e:
    print(e)
try:
    class Bad(bool): pass
except TypeError as e:
    print(e)
try:
    class Bad2(5): pass
except TypeError as e:
    print(e)
