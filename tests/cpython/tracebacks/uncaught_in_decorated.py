import functools


def checked(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        if any(a < 0 for a in args):
            raise ValueError(f"{f.__name__}: negative argument in {args}")
        return f(*args, **kwargs)
    return wrapper


@checked
def area(w, h):
    return w * h


print(area(2, 3))
print(area(2, -3))
