a = b = c = 1
result = (a + b) * (c - "x") / 3
