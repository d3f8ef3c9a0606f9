def handle(event):
    match event:
        case {"type": "click", "pos": (x, y)}:
            return f"click at {x},{y}"
        case {"type": "key", "key": str(k), **extra}:
            return f"key {k} with {extra}"
        case {"type": "scroll", "by": int() | float() as amount}:
            return f"scroll {amount}"
        case {"user": {"name": name, "roles": ["admin", *_]}}:
            return f"admin {name}"
        case {"items": []}:
            return "no items"
        case {1: one, None: nothing}:
            return f"odd keys {one} {nothing}"
        case {}:
            return f"some mapping of {len(event)}"
        case _:
            return "not a mapping"


for e in ({"type": "click", "pos": [3, 4]}, {"type": "key", "key": "q", "ctrl": True}, {"type": "key", "key": 5}, {"type": "scroll", "by": 2.5},
          {"user": {"name": "Ann", "roles": ["admin", "dev"]}}, {"items": []}, {1: "a", None: "b"}, {}, {"x": 1}, [("type", "click")], None):
    print(handle(e))

KEY = "dynamic"


class Keys:
    NAME = "name"


match {"name": "Bob", "dynamic": 1}:
    case {Keys.NAME: value, **rest}:
        print(value, rest)
from collections import defaultdict
d = defaultdict(list)
match d:
    case {"missing": x}:
        print("created?")
    case _:
        print("defaults are not used", dict(d))
