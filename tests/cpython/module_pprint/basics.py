from pprint import pprint, pformat, PrettyPrinter

data = {"name": "a long enough name to wrap", "numbers": list(range(30)), "nested": {"k" * 10: ["v" * 20] * 5, "z": (1, 2), "a": {3, 1, 2}}, "none": None}
pprint(data)
pprint(data, width=40)
pprint(data, depth=1)
pprint(data, sort_dicts=False, compact=True)
pprint([1, 2, 3])
pprint({"b": 1, "a": 2})
pprint("short")
pprint("word " * 40)
pprint([["x" * 30, "y" * 30, "z" * 30], ("single",), ()])
print(pformat({"z": [1, 2], "y": {"x": None}}), pformat([]), pformat({}), pformat(set()), pformat(5))
PrettyPrinter(indent=4, width=30).pprint(data["nested"])
rows = [{"id": i, "name": f"row number {i}", "tags": ["t"] * i} for i in range(4)]
pprint(rows)
from collections import OrderedDict, Counter, defaultdict, deque
from dataclasses import dataclass
pprint(OrderedDict(a=1, b=[2]))
pprint(Counter("hello"))
pprint(defaultdict(list, {"k": list(range(25))}))
pprint(deque(range(30)))


@dataclass
class Point:
    x: int
    label: str


pprint([Point(1, "a" * 40), Point(2, "b" * 40)])
loop = [1]
loop.append(loop)
print("<Recursion" in pformat(loop))
pprint({1: "mixed", "a": "keys"}, width=20)
pprint(1234567890, underscore_numbers=True)
pprint((1,) * 40, compact=True, width=50)
