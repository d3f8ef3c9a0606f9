operations = {
    "half": lambda n: n / 2,
    "inverse": lambda n: 1 / n,
}
for name, f in operations.items():
    print(name, f(4))
print([f(0) for f in operations.values()])
