f = lambda x: x[0]
f(lambda: 1 / 0)
