def logged(func):
    def wrapper(*args, **kwargs):
        print("calling", func.__name__, args, kwargs)
        result = func(*args, **kwargs)
        print("returned", result)
        return result
    return wrapper


@logged
def add(a, b=1):
    return a + b


add(2)
add(2, b=5)
print(add.__name__)


def repeat(times):
    def decorate(func):
        def wrapper(*a):
            return [func(*a) for _ in range(times)]
        return wrapper
    return decorate


@repeat(3)
@repeat(times=2)
def hi(name):
    return f"hi {name}"


print(hi("x"))


def register(registry, key=None):
    def deco(f):
        registry[key or f.__name__] = f
        return f
    return deco


commands = {}


@register(commands)
def start(): return "started"


@register(commands, "halt")
def stop(): return "stopped"


print({k: f() for k, f in commands.items()})


class CountCalls:
    def __init__(self, f):
        self.f, self.n = f, 0

    def __call__(self, *a):
        self.n += 1
        return self.f(*a)


@CountCalls
def square(x):
    return x * x


print(square(3), square(4), square.n)


def add_repr(cls):
    cls.__repr__ = lambda self: f"{cls.__name__}({vars(self)})"
    return cls


@add_repr
class P:
    def __init__(self): self.x = 1


print(P())
@lambda f: "replaced by a string"
def gone(): pass
print(gone)
decorators = [repeat(2)]
@decorators[0]
def from_list(): return 1
print(from_list())
