async def f(): pass
def g():
    c = f()
    raise ValueError('x')
try:
    g()
except ValueError as e:
    print('in')
    err = e
print('out')
err = None
print('dropped')
