def gen():
    try:
        yield 1
        yield 2
    finally:
        print('gen closed')
def f():
    for x in gen():
        raise ValueError(x)
try:
    f()
except ValueError as e:
    print('handling', e)
print('end')
