d = {"b": 1, "a": 2, "c": 3}
keys, values, items = d.keys(), d.values(), d.items()
d["z"] = 0
del d["b"]
d["b"] = 9
print(keys, values, items)
print(keys & {"a", "q"}, sorted(keys | {"q"}), sorted(keys - {"a"}), sorted(keys ^ {"a", "q"}))
print(("a", 2) in items, ("a", 3) in items, 9 in values, keys == {"a", "b", "c", "z"}, items == {"a": 2, "c": 3, "z": 0, "b": 9}.items())
print(keys >= {"a"}, keys.isdisjoint({"q"}), len(items), list(reversed(keys)))
print(d == {"z": 0, "b": 9, "c": 3, "a": 2}, list(d) == list({"z": 0, "b": 9, "c": 3, "a": 2}))
print(values == d.values(), keys.mapping)
try:
    keys[0]
except TypeError as e:
    print(e)
try:
    keys.mapping["x"] = 1
except TypeError as e:
    print(e)
first = next(iter(d))
print(first, d[first], [*d], {**d}, (*d.items(),))
print(max(d, key=d.get), min(d.values()), sum(d.values()), sorted(d.items(), key=lambda kv: kv[1]))
inverted = {v: k for k, v in d.items()}
print(inverted)
for i, (k, v) in enumerate(sorted(d.items())):
    print(i, k, v)
nested = {"x": {"y": {"z": [1, 2, {"deep": True}]}}}
print(nested["x"]["y"]["z"][2]["deep"], nested)
recursive = {}
recursive["me"] = recursive
print(recursive)
