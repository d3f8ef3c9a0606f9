import traceback


class Box:
    pass


def run(f):
    try:
        f()
    except Exception:
        print(traceback.format_exc().split("\n", 3)[3])


def augmented():
    total = "a"
    total += 1


def attribute_augmented():
    b = Box()
    b.count += 1


def item_augmented():
    d = {}
    d["k"]["j"] += 1


def delete_item():
    l = [1]
    del l[5], l[0]


def delete_attribute():
    del Box().x


def for_target():
    for a, b in [(1, 2), (3,)]:
        pass


def with_target():
    with open as f:
        pass


def unpack():
    a, (b, c) = 1, (2,)


def star_call():
    print(*5)


def double_star_call():
    print(**5)


def import_inside():
    from math import nothing_here


def return_value():
    return undefined_value


def yield_in_loop():
    for x in (y for y in 5):
        pass


def comparison():
    return 1 < 2 < "3" < 4


def boolean():
    return 1 and [] or {}["k"]


def conditional():
    return 5 if None.x else 6


def subscript_chain():
    return [[1, 2], [3]][1][1]


def slice_error():
    return [1, 2, 3]["a":"b"]


def format_error():
    return f"{1:d} {'x':d}"


def assert_message():
    assert 1 > 2, f"{1} is not > {2}"


def raise_from():
    raise ValueError("a") from TypeError("b")


def unary():
    return -"x"


def in_operator():
    return 1 in 2


def global_name():
    global missing_global
    return missing_global + 1


for f in (augmented, attribute_augmented, item_augmented, delete_item, delete_attribute, for_target, with_target, unpack, star_call, double_star_call,
          import_inside, return_value, yield_in_loop, comparison, boolean, conditional, subscript_chain, slice_error, format_error, assert_message, raise_from, unary, in_operator, global_name):
    run(f)
