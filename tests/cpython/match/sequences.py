def describe(seq):
    match seq:
        case []:
            return "empty"
        case [x]:
            return f"one: {x}"
        case [x, y]:
            return f"two: {x}, {y}"
        case [1, *rest]:
            return f"starts with 1, then {rest}"
        case [*init, 9]:
            return f"ends with 9 after {init}"
        case ["nested", [a, [b, *c]], *_]:
            return f"nested {a} {b} {c}"
        case (first, *_, last):
            return f"from {first} to {last}"
        case _:
            return "not a sequence"


for s in ([], (5,), [1, 2], (1, 2, 3), [2, 3, 9], ["nested", (1, [2, 3, 4]), 0], range(5), "abc", b"ab", {1, 2, 3}, {"a": 1}, iter([1]), [3, 4, 5]):
    print(describe(s) if not hasattr(s, "__next__") else describe(s) + " (iterator)")


def point(p):
    match p:
        case (0, 0):
            return "origin"
        case (0, y):
            return f"on the y axis at {y}"
        case (x, 0):
            return f"on the x axis at {x}"
        case (x, y) if x == y:
            return f"on the diagonal at {x}"
        case (int() | float() as x, int() | float() as y):
            return f"at {x}, {y}"


for p in ((0, 0), (0, 3), (4, 0), (2, 2), (1.5, 2), ("a", "b"), (1, 2, 3)):
    print(p, point(p))
match 1, 2:
    case a, b:
        print("bare", a, b)
match [1, [2, [3]]]:
    case [a, [b, [c]]]:
        print(a, b, c)
from collections import deque
match deque([1, 2]):
    case [a, b]:
        print("deque", a, b)
