x = 3
print(x is not in [1, 2])
