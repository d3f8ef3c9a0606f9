class Point:
    def __init__(self, x): self.x = x
    def __eq__(self, o): return isinstance(o, Point) and self.x == o.x
    def __hash__(self): return hash(self.x)


class Sub(Point):
    def __eq__(self, o): return super().__eq__(o)


class SubHash(Point):
    def __eq__(self, o): return super().__eq__(o)
    __hash__ = Point.__hash__


print(Point(1) == Sub(1), Sub(1) == Point(1), Point(1) in {Point(1)}, Sub.__hash__)
try:
    {Sub(1)}
except TypeError as e:
    print(e)
print(len({SubHash(1), Point(1)}), Point(1) == SubHash(1), Point(1) != Point(2), Point(1) == 1)


class CaseInsensitive(str):
    def __eq__(self, o): return str.lower(self) == str(o).lower()
    def __hash__(self): return hash(str.lower(self))


d = {CaseInsensitive("Key"): 1}
print(d[CaseInsensitive("KEY")], CaseInsensitive("a") == "A", "A" == CaseInsensitive("a"), CaseInsensitive("a") != "b")


class OnlyNe:
    def __ne__(self, o): return "ne called"


o = OnlyNe()
print(o != 1, o == o, o == 1)


class Recorder:
    def __init__(self, n): self.n = n
    def __eq__(self, o):
        print(f"{self.n}=={getattr(o, 'n', o)}", end=" ")
        return self.n == getattr(o, "n", o)


r = [Recorder(1), Recorder(2), Recorder(3)]
print(2 in r)
print(r.index(Recorder(3)))
print(r.count(1))
print(r == [1, 2, 3])
r.remove(Recorder(2))
print(len(r))
print((Recorder(1), 5) == (1, 6))
print({"a": Recorder(1)} == {"a": 1})
x = Recorder(9)
print(x in [x], [x] == [x], (x,) == (x,), {1: x} == {1: x})
