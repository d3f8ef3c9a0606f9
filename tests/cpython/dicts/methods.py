d = {"one": 1, "two": 2}
d["three"] = 3
print(d, len(d), "one" in d, 1 in d, d.get("x"), d.get("x", 0), d.get("one", 0))
print(d.keys(), d.values(), d.items(), list(d))
print(d.setdefault("four", 4), d.setdefault("one", 100), d)
print(d.pop("two"), d.pop("zzz", None), d.popitem(), d)
d.update({"a": 1}, b=2)
d.update([("c", 3), ["d", 4]])
d.update("xy zw".split())
print(d)
print(d | {"one": -1}, {"one": -1} | d)
d |= {"new": 0}
d |= [("pairs", 1)]
print(d)
print(dict.fromkeys("abc"), dict.fromkeys([1, 2], 0), dict(a=1, b=2), dict([(1, 2)]), dict({"k": 1}, z=2), dict(zip("ab", (1, 2))))
c = d.copy()
c.clear()
print(c, bool(c), bool(d))
for bad in (lambda: d["zzz"], lambda: d.pop("zzz"), lambda: {}.popitem(), lambda: d.update([1]), lambda: d.update([(1, 2, 3)]), lambda: dict(5),
            lambda: d.update(5), lambda: dict(["ab", "c"]), lambda: {} | [], lambda: {[1]: 2}, lambda: d.get(), lambda: d.get([])):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
del d["one"]
print(list(d.items())[:2], list(reversed(d))[:2], list(reversed(d.items()))[:1])
print({1: "int", 1.0: "float", True: "bool"}, {0: 1, False: 2}, {"a": 1, "a": 2})
