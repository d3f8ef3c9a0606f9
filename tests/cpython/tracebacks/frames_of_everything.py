import traceback


class Thing:
    def __init__(self, n):
        self.n = 10 / n

    @property
    def bad(self):
        return self.missing

    def __add__(self, other):
        return other.nothing

    def __getitem__(self, i):
        raise IndexError(i)

    def __iter__(self):
        yield 1
        raise ValueError("iteration")


def show(f):
    try:
        f()
    except Exception:
        print(traceback.format_exc())


show(lambda: Thing(0))
show(lambda: Thing(1).bad)
show(lambda: Thing(1) + 1)
show(lambda: Thing(1)[5])
show(lambda: list(Thing(1)))
show(lambda: [x / 0 for x in (1, 2)])
show(lambda: list(x.y for x in (1, 2)))
show(lambda: {k: k + "" for k in (1,)})
show(lambda: sorted([1, "a"]))
show(lambda: sorted([3, 1], key=lambda v: v.z))
show(lambda: list(map(int, ["1", "x"])))


def deco(f):
    def wrapper(*a):
        return f(*a)
    return wrapper


@deco
@deco
def target(x):
    return 1 / x


show(lambda: target(0))

class Body:
    try:
        y = 1 / 0
    except ZeroDivisionError:
        print(traceback.format_exc())
