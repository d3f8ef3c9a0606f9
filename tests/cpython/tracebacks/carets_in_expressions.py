import traceback


def show(f):
    try:
        f()
    except Exception:
        print(traceback.format_exc())


a = {"x": {"y": None}}
b = [1, 2, 3]


def subscript():
    return a["x"]["z"]["w"]


def none_subscript():
    return a["x"]["y"]["z"]


def binary():
    x = 1
    return (x + 2) * 3 + x / 0 - 1


def call():
    return len(str(b) + b)


def attribute():
    return a["x"].nothing.more


def index():
    return b[0] + b[10] + b[1]


def call_in_args():
    return print(max(b), min(b), int("q"))


def whole_line():
    undefined()


def raising():
    raise ValueError("explicit")


def assertion():
    assert b == [], "not empty"


for f in (subscript, none_subscript, binary, call, attribute, index, call_in_args, whole_line, raising, assertion):
    show(f)
