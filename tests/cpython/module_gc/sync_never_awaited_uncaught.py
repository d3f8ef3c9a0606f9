async def f(): pass
def g():
    c = f()
    raise ValueError('x')
g()
