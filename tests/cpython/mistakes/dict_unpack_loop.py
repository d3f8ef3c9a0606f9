prices = {"ab": 1, "cd": 2}
for a, b in prices:
    print(a, b)
prices = {"apple": 1}
for name, price in prices:
    print(name, price)
