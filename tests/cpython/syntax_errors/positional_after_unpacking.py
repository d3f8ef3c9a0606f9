def f(*a, **k): pass


f(**{}, 2)
