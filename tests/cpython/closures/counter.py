def make_counter(start=0):
    count = start

    def increment(by=1):
        nonlocal count
        count += by
        return count

    def reset():
        nonlocal count
        count = start

    return increment, reset


inc, reset = make_counter(10)
other, _ = make_counter()
print(inc(), inc(), inc(5), other())
reset()
print(inc(), other())
print(inc.__closure__[0].cell_contents)
print(inc.__code__.co_freevars, make_counter.__code__.co_cellvars)


def broken():
    n = 0

    def add():
        n += 1
    add()


try:
    broken()
except UnboundLocalError as e:
    print(e)


def later():
    def use():
        return value
    try:
        use()
    except NameError as e:
        print(e)
    value = "now"
    return use()


print(later())
