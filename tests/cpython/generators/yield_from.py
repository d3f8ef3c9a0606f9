def inner():
    x = yield 1
    print("inner got", x)
    y = yield 2
    print("inner got", y)
    return "inner result"


def outer():
    result = yield from inner()
    print("outer sees", result)
    yield from "ab"
    yield from [3, 4]
    return "end"


g = outer()
print(next(g))
print(g.send("X"))
print(g.send("Y"))
print(list(g))


def flatten(items):
    for item in items:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


print(list(flatten([1, [2, [3, [4]], 5], [], [[6]]])))


def catches():
    try:
        yield from inner()
    except ValueError as e:
        print("delegator caught", e)
        yield "recovered"


c = catches()
next(c)
print(c.throw(ValueError("into inner")))


def chain(*iterables):
    for it in iterables:
        yield from it


print("".join(chain("abc", ["d", "e"], ("f",))))
try:
    next(chain(5))
except TypeError as e:
    print(e)


def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)


print(list(tree(4)))
print(list((yield_ for yield_ in tree(2))))
