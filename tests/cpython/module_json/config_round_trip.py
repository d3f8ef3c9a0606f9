import json
from dataclasses import dataclass, asdict

DEFAULTS = {"theme": "dark", "font": {"size": 12, "family": "mono"}, "recent": []}


def merge(base, extra):
    out = dict(base)
    for k, v in extra.items():
        out[k] = merge(base[k], v) if isinstance(v, dict) and isinstance(base.get(k), dict) else v
    return out


user = json.loads('{"font": {"size": 14}, "recent": ["a.py", "b.py"], "extra": null}')
config = merge(DEFAULTS, user)
text = json.dumps(config, indent=2, sort_keys=True)
print(text)
print(json.loads(text) == config, len(text.splitlines()))


@dataclass
class Point:
    x: int
    y: int


points = [Point(1, 2), Point(3, 4)]
raw = json.dumps([asdict(p) for p in points])
print(raw, [Point(**d) for d in json.loads(raw)] == points)


def decode(d):
    if d.get("__type__") == "point":
        return Point(d["x"], d["y"])
    return d


print(json.loads('[{"__type__": "point", "x": 5, "y": 6}, {"z": 1}]', object_hook=decode))
lines = '{"id": 1, "ok": true}\n{"id": 2, "ok": false}\nnot json\n\n{"id": 3}'
for number, line in enumerate(lines.splitlines(), 1):
    try:
        record = json.loads(line)
    except json.JSONDecodeError as e:
        print(number, "bad:", e.msg, "at column", e.colno)
    else:
        print(number, record["id"], record.get("ok", "?"))
print(json.dumps({"unicode": "日本", "quote": '"', "slash": "/", "tab": "\t"}), json.dumps({"unicode": "日本"}, ensure_ascii=False))
print(json.dumps({"t": (1, 2), "n": None, "f": 1.0, "big": 2 ** 70, "e": 1e-9, "neg": -0.5}))
data = {"users": [{"name": "a", "langs": ["py", "rs"]}, {"name": "b", "langs": []}]}
print([u["name"] for u in json.loads(json.dumps(data))["users"] if u["langs"]])
try:
    json.dumps({"when": Point(1, 2)})
except TypeError as e:
    print(e)
