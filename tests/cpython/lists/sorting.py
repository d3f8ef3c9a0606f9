people = [("Ann", 30), ("Bob", 25), ("Cid", 30), ("Dee", 25), ("Eve", 35)]
print(sorted(people, key=lambda p: p[1]))
print(sorted(people, key=lambda p: p[1], reverse=True))
print(sorted(people, key=lambda p: (-p[1], p[0])))
from operator import itemgetter
print(sorted(people, key=itemgetter(1, 0)))
print(sorted("hello world".split() + ["Zoo"], key=str.casefold))
print(sorted({3: "c", 1: "a", 2: "b"}), sorted({3: "c", 1: "a"}.items(), reverse=True))
print(sorted([[2, 1], [1, 5], [1, 2]]), sorted([(1, "b"), (1, "a")]))
print(sorted([True, False, 2, -1]), sorted([1.5, 1, 0.5]))
try:
    sorted([1, "a"])
except TypeError as e:
    print(e)
try:
    sorted([(1, None), (1, 2)])
except TypeError as e:
    print(e)
try:
    sorted(5)
except TypeError as e:
    print(e)


class Version:
    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))

    def __lt__(self, other):
        return self.parts < other.parts

    def __repr__(self):
        return ".".join(map(str, self.parts))


print(sorted(map(Version, ["1.10.0", "1.2.9", "1.2.10", "0.9"])))
print(max(map(Version, ["1.10.0", "1.9"]), key=lambda v: v.parts), min([Version("2"), Version("1")]))
calls = []
[5, 3, 1].sort(key=lambda n: calls.append(n) or n)
print(calls)
data = [3, 1, 2]
try:
    data.sort(key=lambda n: data.append(n) or n)
except ValueError as e:
    print(e)
from functools import cmp_to_key
print(sorted([3, 30, 34, 5, 9], key=cmp_to_key(lambda a, b: int(f"{b}{a}") - int(f"{a}{b}"))))
