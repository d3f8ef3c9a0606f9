import traceback


def f():

    # a comment first
    value = {"a": 1}

    return (value["a"]  # fine
            + value["b"])  # not fine


try:
    f()
except KeyError:
    traceback.print_exc()


def g():
    x = 1; y = 0; z = x / y; return z


try:
    g()
except ZeroDivisionError:
    traceback.print_exc()
if True: raise ValueError("on one line")
