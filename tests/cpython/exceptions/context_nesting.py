import sys


def show():
    t, v, tb = sys.exc_info()
    print(t and t.__name__, v, tb is not None)


show()
try:
    raise ValueError("one")
except ValueError:
    show()
    try:
        raise KeyError("two")
    except KeyError as e:
        show()
        print(repr(e.__context__))
    show()
show()


def gen():
    try:
        yield 1
    except Exception:
        show()
        yield 2
    show()
    yield 3


g = gen()
next(g)
g.throw(OSError("in gen"))
show()
next(g)
try:
    raise RuntimeError("outside")
except RuntimeError:
    for x in gen():
        show()
        break


def cleanup():
    try:
        raise ValueError("first")
    finally:
        try:
            raise KeyError("second")
        except KeyError as e:
            print("inner", repr(e.__context__))
        show()


try:
    cleanup()
except ValueError as e:
    print("outer", repr(e), e.__context__)
print(sys.exception())
