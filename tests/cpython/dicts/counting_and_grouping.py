text = "the quick brown fox jumps over the lazy dog the end"
counts = {}
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
print(counts)
print(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:3])
groups = {}
for word in text.split():
    groups.setdefault(len(word), []).append(word)
for length in sorted(groups):
    print(length, groups[length])
by_first = {c: sorted({w for w in text.split() if w[0] == c}) for c in sorted({w[0] for w in text.split()})}
print(by_first)
matrix = {(r, c): r * c for r in range(3) for c in range(3)}
print(matrix[2, 2], matrix[(1, 2)], len(matrix))
phonebook = {"ann": {"tel": "1", "tags": ["x"]}, "bob": {"tel": "2"}}
for name, entry in phonebook.items():
    print(name, entry["tel"], entry.get("tags", []))
try:
    phonebook["bob"]["tags"]
except KeyError as e:
    print("missing", e)
a = {"x": 1, "y": {"p": 1}}
shallow = dict(a)
shallow["y"]["p"] = 99
shallow["x"] = 2
print(a, shallow)


def merge(a, b):
    out = dict(a)
    for k, v in b.items():
        out[k] = merge(out[k], v) if isinstance(v, dict) and isinstance(out.get(k), dict) else v
    return out


print(merge({"a": {"b": 1, "c": 2}, "d": 3}, {"a": {"c": 20, "e": 5}, "f": 6}))
switch = {"add": lambda a, b: a + b, "mul": lambda a, b: a * b}
print([switch.get(op, lambda a, b: None)(6, 7) for op in ("add", "mul", "pow")])
