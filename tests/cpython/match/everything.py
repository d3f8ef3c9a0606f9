from dataclasses import dataclass
from enum import Enum
class Color(Enum):
    RED = "r"; GREEN = "g"
@dataclass
class Point:
    x: int
    y: int
@dataclass
class Circle:
    center: Point
    r: float = 1.0
class Old:
    __match_args__ = ("a", "b")
    def __init__(self, a, b): self.a, self.b = a, b
def d(v):
    match v:
        case None | True | False: return f"const {v}"
        case 0: return "zero"
        case int(n) if n < 0: return f"neg {n}"
        case int() | float() as num: return f"num {num}"
        case "": return "empty"
        case str(s) if len(s) == 1: return f"char {s}"
        case "yes" | "no" as ans: return f"answer {ans}"
        case str(): return "text"
        case b"raw": return "bytes"
        case []: return "empty seq"
        case [x]: return f"one {x}"
        case [Point(x=0, y=0), *_]: return "starts at origin"
        case [1, [2, *inner], 3]: return f"nested {inner}"
        case [first, *middle, last] if first == last: return f"same ends {middle}"
        case (a, b): return f"pair {a} {b}"
        case [a, *rest]: return f"seq {a} {rest}"
        case {"type": "circle", "r": r, **rest}: return f"circle dict {r} {rest}"
        case {"type": t}: return f"type {t}"
        case {}: return f"dict {len(v)}"
        case Point(0, y): return f"on y axis {y}"
        case Point(x, y) if x == y: return f"diagonal {x}"
        case Circle(center=Point(x=cx), r=r): return f"circle {cx} {r}"
        case Point(): return "point"
        case Color.RED: return "red!"
        case Color(): return f"color {v.name}"
        case Old(1, b=b): return f"old one {b}"
        case Old(a, b): return f"old {a} {b}"
        case 1j: return "imaginary"
        case -1.5 | 2+3j: return "special"
        case set() | frozenset(): return "set"
        case type(): return "a class"
        case _: return "other"
for v in [None, True, 0, -5, 3.5, "", "a", "yes", "hello", b"raw", [], [7], (7,), [Point(0, 0), 1, 2], [1, [2, 9, 9], 3], [4, 5, 6, 4], (1, 2), [1, 2, 3], {"type": "circle", "r": 2, "c": 1}, {"type": "sq"}, {"a": 1}, {}, Point(0, 5), Point(3, 3), Circle(Point(9, 1)), Point(1, 2), Color.RED, Color.GREEN, Old(1, 2), Old(3, 4), 1j, 2+3j, {1}, int, object(), range(2), range(3), bytearray(b"raw"), "ab" * 2]:
    r = d(v)
    print(r if "object at" not in repr(v) else "obj " + r)
def cmd(line):
    match line.split():
        case ["go", ("north" | "south" | "east" | "west") as dir]: return f"going {dir}"
        case ["take", obj]: return f"took {obj}"
        case ["drop", *objs] if objs: return f"dropped {', '.join(objs)}"
        case ["quit" | "exit"]: return "bye"
        case []: return "say something"
        case [verb, *_]: return f"don't know {verb}"
for l in ["go north", "go up", "take lamp", "drop a b", "drop", "exit", "", "dance now"]: print(cmd(l))
try:
    match Point(1, 2):
        case Point(1, 2, 3): pass
except TypeError as e: print(e)
try:
    match 5:
        case int(a, b): pass
except TypeError as e: print(e)
try:
    match Old(1, 2):
        case Old(1, a=2): pass
except TypeError as e: print(e)
class Bad: __match_args__ = ["a"]
try:
    match Bad():
        case Bad(1): pass
except TypeError as e: print(e)
class Bad2: __match_args__ = (1,)
try:
    match Bad2():
        case Bad2(1): pass
except TypeError as e: print(e)
try:
    match 1:
        case Old: pass
    print(Old)
except Exception as e: print(e)
x = 5
match {"a": {"b": [1, {"c": 2}]}}:
    case {"a": {"b": [_, {"c": x}]}}: print("deep", x)
match [1, 2, 3, 4, 5]:
    case [a, _, *m, _]: print(a, m)
match "abc":
    case [a, b, c]: print("no")
    case _: print("str is no sequence")
