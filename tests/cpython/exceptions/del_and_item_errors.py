def attempt(action):
    try:
        action()
        print("fine")
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


def f1():
    (1, 2)[0] = 5


def f2():
    del (1, 2)[0]


def f3():
    "abc"[0] = "x"


def f4():
    d = {}
    del d["k"]


def f5():
    l = []
    del l[0]


def f6():
    l = [1]
    l[3] = 1


def f7():
    x = 5
    x.y = 1


def f8():
    del f1.nothing


def f9():
    None.attr = 1


def f10():
    l = [1, 2, 3, 4]
    l[::2] = [1]


def f11():
    l = [1]
    l[0:1] = 5


def f12():
    range(3)[0] = 1


def f13():
    object().x = 1


def f14():
    int.x = 1


def f15():
    [].x


def f16():
    {}.pop("x")


def f17():
    [].pop()


def f18():
    [1].remove(2)


def f19():
    set().pop()


def f20():
    {1}.remove(2)


def f21():
    del [].append


def f22():
    5[0]


def f23():
    del 5 .x


for f in (f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23):
    print(f.__name__, end=" ")
    attempt(f)
