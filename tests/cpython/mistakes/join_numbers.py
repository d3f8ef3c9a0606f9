parts = ["a", "b", 3]
print("-".join(map(str, parts)))
print("-".join(parts))
