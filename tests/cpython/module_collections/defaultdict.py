from collections import defaultdict

d = defaultdict(list)
for k, v in [("a", 1), ("b", 2), ("a", 3)]:
    d[k].append(v)
print(d, d["new"], dict(d), d.get("missing"), "missing" in d, len(d), d.default_factory)
n = defaultdict(int)
for ch in "banana":
    n[ch] += 1
print(n, sorted(n.items()), n["q"], n)
s = defaultdict(set)
s["x"].add(1)
s["x"].add(1)
print(s, defaultdict(lambda: "dflt")["k"], defaultdict(None, {"a": 1}), defaultdict(int, a=5, b=6))
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"]["c"] = 1
print(t["a"]["b"]["c"], list(t), list(t["a"]))
try:
    defaultdict()["x"]
except KeyError as e:
    print("KeyError", e)
try:
    defaultdict(5)
except TypeError as e:
    print(e)
e = d.copy()
e["z"].append(0)
print("z" in d, type(e).__name__, d == {"a": [1, 3], "b": [2], "new": []})


def boom():
    raise ValueError("factory failed")


f = defaultdict(boom)
try:
    f["k"]
except ValueError as err:
    print(err, len(f))
d.default_factory = None
try:
    d["gone"]
except KeyError as err:
    print("now", err)
print(n | {"z": 1}, type(n | {}).__name__, n.pop("b"), n.setdefault("w", 9), n)
grouped = defaultdict(lambda: defaultdict(int))
for person, item, qty in [("ann", "tea", 2), ("bob", "tea", 1), ("ann", "tea", 3), ("ann", "bun", 1)]:
    grouped[person][item] += qty
print({p: dict(i) for p, i in grouped.items()})
