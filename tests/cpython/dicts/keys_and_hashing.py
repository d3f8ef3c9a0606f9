class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        print("hash", self.n)
        return self.n % 10

    def __eq__(self, other):
        print("eq", self.n, getattr(other, "n", other))
        return isinstance(other, Key) and self.n == other.n


d = {Key(1): "one"}
print(d[Key(1)])
print(d.get(Key(11)))
print(d.get(1))


class EqOnly:
    def __eq__(self, other):
        return True


try:
    {EqOnly(): 1}
except TypeError as e:
    print(e)
print(EqOnly.__hash__)


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, o):
        return (self.x, self.y) == (o.x, o.y)

    def __hash__(self):
        return hash((self.x, self.y))


seen = {Point(1, 2), Point(1, 2), Point(2, 1)}
print(len(seen), Point(1, 2) in seen)
print(hash(1) == hash(1.0) == hash(True) == hash(1 + 0j), hash(-1), hash(-2), hash(0), hash(2**61 - 1), hash(2**61), hash(0.5), hash(float("inf")), hash(-2**70))
print(hash((1, 2)) == hash((1, 2)), hash((1, 2, 3)), hash(()), hash((1, (2, 3))), hash(frozenset([1, 2, 3])), hash(1.1), hash(3.7e300), hash(None) == hash(None))
nan = float("nan")
print({nan: 1}[nan], nan in [nan], nan == nan, float("nan") in {nan: 1})
for unhashable in ([], {}, set(), bytearray(b"x"), slice(1), [1][:], ([],)):
    try:
        print(hash(unhashable) is not None)
    except TypeError as e:
        print(e)
