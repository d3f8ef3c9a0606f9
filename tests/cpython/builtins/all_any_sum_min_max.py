print(all([]), all([1, 2]), all([1, 0]), any([]), any([0, 1]), all(x > 0 for x in (1, 2)), any(c.isdigit() for c in "ab1"))
print(sum([1, 2, 3]), sum([0.1, 0.2]), sum([], 5), sum([[1], [2]], []), sum(range(101)), sum((1 + 1j, 2)), sum([True, False, True]), sum(x * x for x in range(4)), sum([1, 2], start=10))
print(min(3, 1), max([4, 9, 2]), min("hello"), max({"a": 1, "b": 0}), max("apple", "fig", key=len), min([[1, 2], [1]]), max([], default=None), min((), default=0), max(-1, 0.5), max([1, 2], [1, 3]), max("a", "B", "c", key=str.upper))
print(abs(-3), abs(-2.5), abs(3 + 4j), abs(True), round(3.14159, 2), round(-2.5), round(5), round(5, 2), round(1e10 + 0.5), pow(2, 5), pow(2, 5, 3), pow(2.0, -1), divmod(9, 4), divmod(-9.5, 4))
print(len("abc"), len([]), len({1: 2}), len(range(10)), sorted("cab"), sorted({3: 1, 1: 2}), sorted([3, 1], reverse=True), list(reversed((1, 2, 3))), list(enumerate("ab", 1)), list(zip("ab", (1, 2))), list(map(str, (1, 2))), list(filter(None, (0, 1))))
print(bin(10), oct(10), hex(10), ord("a"), chr(97), ascii("é"), repr("x"), format(1.5, "05.2f"), bool(""), int("7"), float("7"), str(7), complex("1+1j"), tuple("ab"), list("ab"), set([1, 1]), frozenset([2]), dict(a=1), bytes(2), bytearray(b"x"))
print(isinstance(1, int), isinstance("a", (int, str)), issubclass(bool, int), callable(len), hasattr("", "upper"), getattr(1, "real"), getattr(1, "nope", "dflt"), id(None) == id(None), hash("a") == hash("a"), type(1), type("a") is str)
x = 5
print(iter([1]).__next__(), next(iter("z")), slice(1, 5, 2), range(2, 8, 3), list(range(2, 8, 3)), vars(type("T", (), {"a": 1})())  == {}, sorted(dir(type("T", (), {"zz": 1})))[-1])
class T: pass
t = T()
setattr(t, "k", 9)
print(vars(t), t.k, "x" in globals(), "__name__" in dir(), sorted(globals().keys() & {"x", "T", "t"}))
delattr(t, "k")
print(vars(t))
for bad in (lambda: vars(5), lambda: getattr(t, 5), lambda: setattr(t, 5, 1), lambda: hasattr(t, 5), lambda: next(iter([])), lambda: abs("a"), lambda: sum(["a", "b"]), lambda: max(1, "a"), lambda: min([]), lambda: delattr(t, "zz"), lambda: isinstance(1, [int]), lambda: sum([1], "a"), lambda: round(1.5, "a"), lambda: pow("a", 2), lambda: pow(2, 2.5, 3), lambda: divmod("a", 1), lambda: sorted([1, None])):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
