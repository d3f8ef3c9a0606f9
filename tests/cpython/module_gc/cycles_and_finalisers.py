import gc


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


a, b = Node("a"), Node("b")
a.other, b.other = b, a
del a, b
print("unreachable")
gc.collect()
print("collected")


class Phoenix:
    saved = None

    def __del__(self):
        print("rises")
        Phoenix.saved = self


p = Phoenix()
p.me = p
del p
gc.collect()
print(Phoenix.saved is not None, Phoenix.saved.me is Phoenix.saved)
Phoenix.saved = None
gc.collect()
print("once only")


def make():
    node = Node("closure")

    def inner():
        return inner, node

    return inner


make()
gc.collect()
items = [Node("list")]
items.append(items)
del items
gc.collect()


def generator():
    try:
        me = yield
        yield me
    finally:
        print("generator closed")


g = generator()
next(g)
g.send(g)
del g
gc.collect()
print("end")
