def gen():
    try:
        yield 1
        yield 2
    finally:
        print('gen closed')
def f():
    g = gen()
    for x in g:
        raise ValueError(x)
try:
    f()
except ValueError as e:
    print('handling', e)
print('end')
