from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


@dataclass
class Circle:
    center: Point
    radius: float


class Rect:
    __match_args__ = ("w", "h")

    def __init__(self, w, h):
        self.w, self.h = w, h


def area(shape):
    match shape:
        case Circle(Point(0, 0), radius=r):
            return f"centered circle {r}"
        case Circle(center=Point(x=cx), radius=r) if r > 10:
            return f"big circle at x={cx}"
        case Circle():
            return "some circle"
        case Rect(w, h) if w == h:
            return f"square {w}"
        case Rect(w=w, h=h):
            return f"rect {w}x{h}"
        case Point(x, y) | (x, y):
            return f"point {x} {y}"
        case int(n) | float(n):
            return f"number {n}"
        case str(s):
            return f"text {s!r}"
        case list([first, *_]):
            return f"list from {first}"
        case dict(d):
            return f"dict {d}"
        case Exception(args=(message,)):
            return f"error {message}"


for s in (Circle(Point(0, 0), 1), Circle(Point(5, 1), 20), Circle(Point(5, 1), 2), Rect(3, 3), Rect(1, 2), Point(7, 8), (1, 2), 3, 4.5, "hi", [9, 8], {"k": 1}, ValueError("oops"), None):
    print(area(s))
try:
    match Rect(1, 2):
        case Rect(a, b, c):
            pass
except TypeError as e:
    print(e)
try:
    match Rect:
        case object(1):
            pass
        case Rect():
            print("a class is not its own instance")
        case _:
            print("fell through")
except TypeError as e:
    print(e)
Number = 5
try:
    match 5:
        case Number():
            pass
except TypeError as e:
    print(e)
try:
    match 5:
        case Undefined():
            pass
except NameError as e:
    print(e)
