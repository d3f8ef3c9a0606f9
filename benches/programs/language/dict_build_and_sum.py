squares = {}
for i in range(200_000):
    squares[i] = i * i
total = 0
for key in squares:
    total += squares[key]
names = {}
for i in range(100_000):
    name = "k" + str(i % 5000)
    names[name] = names.get(name, 0) + 1
print(total, len(names), sum(names.values()), sum(squares.values()))
