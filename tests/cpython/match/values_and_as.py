from enum import Enum


class Color(Enum):
    RED = 1
    GREEN = 2


class Limits:
    MAX = 100


def f(x):
    match x:
        case Color.RED:
            return "red"
        case Color():
            return f"colour {x.name}"
        case Limits.MAX:
            return "max"
        case (1 | 2 | 3) as small:
            return f"small {small}"
        case [Color.RED | Color.GREEN as c, n]:
            return f"pair {c} {n}"
        case {"a": [1, (2 | 3) as inner] as outer}:
            return f"{inner} in {outer}"
        case str() as s if s.isupper():
            return f"shout {s}"
        case str() as s:
            return f"say {s}"


for v in (Color.RED, Color.GREEN, 100, 2, [Color.GREEN, 5], {"a": [1, 3]}, "HEY", "hey", 77):
    print(f(v))


class Loud:
    def __eq__(self, other):
        print("compared with", other)
        return other == "b"


match Loud():
    case "a":
        print("a")
    case "b":
        print("b")


def tokens(expr):
    match expr:
        case ("+", a, b):
            return tokens(a) + tokens(b)
        case ("*", a, b):
            return tokens(a) * tokens(b)
        case ("neg", a):
            return -tokens(a)
        case int() | float():
            return expr
        case other:
            raise ValueError(f"bad expression {other!r}")


print(tokens(("+", 2, ("*", 3, ("neg", 4)))))
try:
    tokens(("/", 1, 2))
except ValueError as e:
    print(e)
for i in range(4):
    match i:
        case 0: continue
        case 3: break
    print("loop", i)
x = "outer"
match [1, 2]:
    case [x, 3]:
        pass
    case _:
        print("x may be bound by a failed pattern:", x)
