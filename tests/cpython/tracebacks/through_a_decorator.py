def deco(fn):
    def wrapper(*args):
        return fn(*args)
    return wrapper
@deco
def f(x): return x + "a"
f(1)
