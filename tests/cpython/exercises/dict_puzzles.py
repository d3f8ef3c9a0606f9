def invert(d):
    out = {}
    for k, v in d.items():
        out.setdefault(v, []).append(k)
    return out


def deep_get(d, path, default=None):
    for part in path.split("."):
        try:
            d = d[int(part)] if isinstance(d, list) else d[part]
        except (KeyError, IndexError, TypeError, ValueError):
            return default
    return d


def flatten(d, prefix=""):
    out = {}
    for k, v in d.items():
        if isinstance(v, dict):
            out |= flatten(v, f"{prefix}{k}.")
        else:
            out[prefix + k] = v
    return out


def diff(a, b):
    return {"added": sorted(b.keys() - a.keys()), "removed": sorted(a.keys() - b.keys()), "changed": {k: (a[k], b[k]) for k in sorted(a.keys() & b.keys()) if a[k] != b[k]}}


config = {"db": {"host": "x", "ports": [1, 2, {"deep": "yes"}]}, "debug": False}
print(invert({"a": 1, "b": 2, "c": 1}), deep_get(config, "db.ports.2.deep"), deep_get(config, "db.nope.x", "?"), deep_get(config, "db.ports.9"), flatten({"a": {"b": 1, "c": {"d": 2}}, "e": 3}))
print(diff({"a": 1, "b": 2, "c": 3}, {"b": 2, "c": 4, "d": 5}))
students = [{"name": "Ann", "class": "A", "score": 91}, {"name": "Bob", "class": "B", "score": 78}, {"name": "Cid", "class": "A", "score": 85}]
by_class = {}
for s in students:
    by_class.setdefault(s["class"], []).append(s)
for cls, members in sorted(by_class.items()):
    print(cls, [m["name"] for m in members], sum(m["score"] for m in members) / len(members))
print(sorted(students, key=lambda s: s["score"])[0]["name"], {s["name"]: s["score"] for s in students if s["score"] > 80}, max(students, key=lambda s: s["score"]))


class LRU:
    def __init__(self, size):
        self.size, self.data = size, {}

    def get(self, k):
        if k in self.data:
            self.data[k] = self.data.pop(k)
            return self.data[k]

    def put(self, k, v):
        self.data.pop(k, None)
        self.data[k] = v
        if len(self.data) > self.size:
            del self.data[next(iter(self.data))]


cache = LRU(2)
cache.put("a", 1)
cache.put("b", 2)
cache.get("a")
cache.put("c", 3)
print(cache.data, cache.get("b"))
memo = {}


def ways(n):
    if n < 2:
        return 1
    if n not in memo:
        memo[n] = ways(n - 1) + ways(n - 2)
    return memo[n]


print(ways(50), len(memo), list(memo.items())[:3])
graph = {"a": {"b", "c"}, "b": {"d"}, "c": {"d"}, "d": set()}
print({n: sorted(graph[n]) for n in graph}, {n: sum(n in t for t in graph.values()) for n in graph})
text = "to be or not to be"
positions = {}
for i, w in enumerate(text.split()):
    positions.setdefault(w, []).append(i)
print(positions, {w: p for w, p in positions.items() if len(p) > 1})
board = {(r, c): "." for r in range(2) for c in range(3)}
board[1, 2] = "X"
print("\n".join("".join(board[r, c] for c in range(3)) for r in range(2)))
