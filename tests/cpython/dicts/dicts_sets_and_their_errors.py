a, b = {1, 2, 3}, {3, 4}
print(a | b, a & b, a - b, a ^ b, a <= b, {3} <= b, {3} < {3}, a.isdisjoint({9}), a >= {1}, sorted(a.symmetric_difference([3, 9])))
s = set(); s.add(1); s.discard(5); s.update([2, 3], (4,)); print(s, s.pop() in {1, 2, 3, 4}, len(s))
for f in [lambda: {1}.remove(5), lambda: set().pop(), lambda: {[]}, lambda: {1} + {2}, lambda: {1} | [2], lambda: {1}.union([2]), lambda: frozenset([1]).add(2), lambda: {1} < [1], lambda: {{1}}, lambda: {1}[0], lambda: set(5), lambda: hash({1}), lambda: {1}.issubset(5), lambda: {1: 2}[3], lambda: {}["a"], lambda: {}.pop("x"), lambda: {}.popitem(), lambda: {[1]: 2}, lambda: {{}: 1}, lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: dict(["ab", "cd"]), lambda: dict(5), lambda: dict(a=1, **{"a": 2}), lambda: {"a": 1} | [("b", 2)], lambda: {**5}, lambda: {"a": 1} < {"b": 2}, lambda: {} + {}, lambda: {}.fromkeys(5), lambda: {1: 2}.update(5), lambda: {1: 2}.update([1]), lambda: {}.get(), lambda: {}.setdefault(), lambda: {1: 2}.items()[0], lambda: {1: 2}.keys() + [1], lambda: {(1, []): 2}]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
d = {"b": 1, "a": 2}
d["c"] = 3; d |= {"d": 4, "a": 9}
print(d, list(d), d.get("z"), d.get("z", 0), d.setdefault("e", []), d.pop("b"), d.pop("q", "def"), d.popitem(), "a" in d, d.keys() & {"a", "x"}, d.items() >= {("a", 9)}, list(reversed(d)), dict.fromkeys("ab", 0), {v: k for k, v in d.items()}, d == {"d": 4, "c": 3, "a": 9})
print({**d, "a": 0}, d | {"n": 1}, dict(zip("xy", [1, 2])), dict(a=1, b=2), sorted(d.items(), key=lambda kv: -kv[1]), max(d, key=d.get), [*d], {k: v for k, v in d.items() if v > 3}, len(d), bool({}), d.copy() is d)
try:
    for k in d: d[k + "x"] = 1
except RuntimeError as e: print(e)
try:
    for k in list(d)[:1]: del d[k]
    for k in d.keys(): d.pop(k)
except RuntimeError as e: print(e)
try:
    st = {1, 2}
    for x in st: st.add(x + 10)
except RuntimeError as e: print(e)
k, v, i = d.keys(), d.values(), d.items(); d["new"] = 5
print(k, v, i, len(k), "new" in k, 5 in v, ("new", 5) in i, k.isdisjoint(["zz"]), k == {"new"} | set(k), v == v, list(v))
from collections import defaultdict, Counter, OrderedDict, ChainMap
dd = defaultdict(list); dd["a"].append(1); dd["b"]; print(dd, dd.get("zz"), dd.default_factory, "zz" in dd, dict(dd))
try: defaultdict(5)
except TypeError as e: print(e)
try: defaultdict(None)["x"]
except KeyError as e: print(repr(e))
c = Counter("mississippi"); print(c, c.most_common(2), c["z"], c + Counter(s=1), c - Counter(s=10), c & Counter(i=2), c | Counter(z=1), sorted(c.elements())[:5], c.total(), +Counter(a=-1), Counter(a=3, b=1) > Counter(a=2))
c.update("ss"); c.subtract({"i": 10}); print(c, -c)
od = OrderedDict(a=1, b=2); od.move_to_end("a"); print(od, od.popitem(last=False), od == {"a": 1})
cm = ChainMap({"a": 1}, {"a": 2, "b": 3}); cm["c"] = 5; print(cm, cm["a"], cm["b"], dict(cm), cm.maps[0], cm.new_child({"z": 0})["z"])
try: cm["nope"]
except KeyError as e: print(e)
nested = {"x": {"y": [1, {"z": 2}]}}; print(nested["x"]["y"][1]["z"])
try: nested["x"]["q"]["r"]
except KeyError as e: print(repr(e))
print(1 in {1.0: "a"}, {1: "a", 1.0: "b", True: "c"}, {0: 1, False: 2}, len({1, 1.0, True, "1"}), {float("nan"): 1} == {float("nan"): 1})
print(set("hello") == set("olleh"), frozenset([1, 2]) == {1, 2}, {frozenset([1]): "f"}, type(frozenset([1]) | {2}).__name__, type({1} | frozenset([2])).__name__)
