def add(a, b):
    a + b


total = add(2, 3)
print("total is", total)
print(total + 1)
