values = [3, "1", 2.5]
print(sorted(map(float, values)))
print(sorted(values))
