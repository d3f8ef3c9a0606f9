tel = {"jack": 4098, "sape": 4139}
tel["guido"] = 4127
print(tel, tel["jack"])
del tel["sape"]
tel["irv"] = 4127
print(list(tel), sorted(tel), "guido" in tel, "jack" not in tel)
print(dict([("sape", 4139), ("guido", 4127)]), {x: x ** 2 for x in (2, 4, 6)}, dict(sape=4139, jack=4098))
knights = {"gallahad": "the pure", "robin": "the brave"}
for k, v in knights.items():
    print(k, v)
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a - b, a | b, a & b, a ^ b, {x for x in range(10) if x not in a})
grades = {"ann": [90, 85], "bob": [70, 95, 60], "cid": []}
for name, marks in grades.items():
    average = sum(marks) / len(marks) if marks else None
    print(f"{name:5} {average if average is None else round(average, 1)}")
best = max((n for n in grades if grades[n]), key=lambda n: max(grades[n]))
print("best:", best)
inventory = {"apple": 3, "pear": 0}
for fruit in ("apple", "pear", "kiwi"):
    match inventory.get(fruit):
        case None: print(fruit, "unknown")
        case 0: print(fruit, "sold out")
        case n: print(fruit, n)
word_lengths = {}
for w in "a bb cc ddd".split():
    word_lengths.setdefault(len(w), []).append(w)
print(word_lengths, list(word_lengths.values()))
nested = {"a": {"b": {"c": 1}}}
value = nested
for key in "abc":
    value = value[key]
print(value, nested.get("x", {}).get("y", "nothing"))
first, *_ = tel
print(first, tel.pop("irv"), tel.popitem(), tel, tel.pop("nobody", "default"))
swapped = {v: k for k, v in {"one": 1, "two": 2}.items()}
print(swapped, swapped | {3: "three"}, {**swapped, 1: "uno"}, len(swapped))
print({"x": 1} == {"x": 1.0}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, list({"b": 1, "a": 2}), bool({}))
try:
    tel["unknown"]
except KeyError as e:
    print("KeyError:", e)
s = set()
for n in [3, 1, 3, 2, 1]:
    s.add(n)
print(s, len(s), 3 in s, s.pop() in (1, 2, 3), frozenset(s) <= {1, 2, 3})
