import traceback


def show(f):
    try:
        f()
    except Exception:
        print(traceback.format_exc())


def f(*args, **kwargs):
    raise ValueError(len(args))


def multiline_call():
    return f(
        1,
        2,
        three=3,
    )


def multiline_expression():
    return (
        1
        + 2
        + "three"
        + 4
    )


def multiline_string():
    return int("""one
two""")


def chained():
    return (
        "abc"
        .upper()
        .missing()
    )


def in_list():
    return [
        1,
        2 / 0,
        3,
    ]


def condition():
    if (
        1 < 2
        and 3 < "4"
    ):
        pass


for case in (multiline_call, multiline_expression, multiline_string, chained, in_list, condition):
    show(case)
