import json

data = {"name": "Ann", "age": 30, "tags": ["a", "b"], "nested": {"x": None, "y": True, "z": 1.5}, "empty": {}, "list": []}
print(json.dumps(data))
print(json.dumps(data, indent=2))
print(json.dumps(data, indent=4, sort_keys=True))
print(json.dumps(data, separators=(",", ":")), json.dumps([1, 2], indent=0), json.dumps([1, [2]], indent="--"))
print(json.dumps("é中😀\n\t\"\\/\x00\u2028"), json.dumps("é中😀", ensure_ascii=False), json.dumps(None), json.dumps(True), json.dumps(1.0), json.dumps(1e100), json.dumps(10 ** 20), json.dumps((1, 2)), json.dumps(""), json.dumps([]), json.dumps({}, indent=2))
print(json.dumps({1: "int", 1.5: "float", True: "bool", None: "none"}), json.dumps(float("nan")), json.dumps([float("inf"), -float("inf")]), json.dumps(0.1 + 0.2), json.dumps(-0.0), json.dumps({"b": 1, "a": 2}, sort_keys=True))


class Point:
    def __init__(self, x): self.x = x


for bad in (lambda: json.dumps(Point(1)), lambda: json.dumps({1, 2}), lambda: json.dumps(b"x"), lambda: json.dumps({(1, 2): 3}), lambda: json.dumps(float("nan"), allow_nan=False), lambda: json.dumps([1, [2, {"k": object}]]), lambda: json.dumps({"a": 1, 2: 3}, sort_keys=True)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(json.dumps({(1, 2): 3, "k": 1}, skipkeys=True), json.dumps(Point(5), default=lambda o: vars(o)), json.dumps([Point(1), {2}], default=lambda o: list(o) if isinstance(o, set) else o.x))


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex):
            return [o.real, o.imag]
        return super().default(o)


print(json.dumps(1 + 2j, cls=Encoder), Encoder(indent=1).encode({"c": 2j}))
try:
    Encoder().encode(Point(1))
except TypeError as e:
    print(e)
circular = []
circular.append(circular)
try:
    json.dumps(circular)
except ValueError as e:
    print(e)
import io
buf = io.StringIO()
json.dump({"k": [1]}, buf)
print(buf.getvalue())
from enum import IntEnum
from collections import OrderedDict, namedtuple
class L(IntEnum): A = 1
print(json.dumps([L.A, OrderedDict(z=1), namedtuple("N", "q")(5)]))
