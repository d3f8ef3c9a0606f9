x = 5
print(eval("x * 2"))
