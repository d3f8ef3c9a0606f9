from collections import namedtuple

Point = namedtuple("Point", ["x", "y"])
p = Point(1, y=2)
print(p, p.x, p[1], p._fields, p._asdict(), p._replace(x=10), Point._make([5, 6]), p == (1, 2), len(p), *p)
x, y = p
print(x + y, isinstance(p, tuple), Point.__name__, repr(p), hash(p) == hash((1, 2)), p + (3,), max(Point(1, 5), Point(2, 0)), p.count(1), p.index(2))
Person = namedtuple("Person", "name age city", defaults=["Paris"])
print(Person("Ann", 3), Person._field_defaults, sorted([Person("Z", 1), Person("A", 2)]), Person("B", 1)._asdict())
for bad in (lambda: Point(1), lambda: Point(1, 2, 3), lambda: Point(1, z=2), lambda: setattr(p, "x", 5), lambda: p.z, lambda: p[2], lambda: p._replace(q=1), lambda: Point._make([1]), lambda: namedtuple("Bad", "a a"), lambda: namedtuple("Bad", "class"), lambda: namedtuple("Bad", "_x"), lambda: namedtuple("1Bad", "x")):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(namedtuple("R", "a class a", rename=True)._fields, namedtuple("E", "")(), namedtuple("C", "a, b")(1, 2))


class Vec(namedtuple("Vec", "x y")):
    __slots__ = ()

    @property
    def length(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __add__(self, o):
        return Vec(self.x + o.x, self.y + o.y)


print(Vec(3, 4).length, Vec(1, 2) + Vec(3, 4), Vec(1, 2)._replace(y=9))
match p:
    case Point(x=1, y=b):
        print("matched", b)
match p:
    case Point(a, b):
        print(a, b)
print(Point.x.__doc__, Point.__doc__, Point.__match_args__, f"{p.x:>3}", "%s %s" % p)
