x = 1
del x
try:
    x
except NameError as e:
    print(e)
a, b, c = 1, 2, 3
del a, (b, c)
print([n for n in "abc" if n in globals()])
l = [0, 1, 2, 3, 4, 5]
del l[0], l[-1], l[1:3]
print(l)
d = {"a": {"b": 1}}
del d["a"]["b"]
print(d)


class C:
    attr = 1

    def __delitem__(self, k): print("delitem", k)
    def __delattr__(self, k): print("delattr", k)


o = C()
del o["k"], o.whatever
del C.attr
print(hasattr(C, "attr"))
for i in range(2):
    pass
del i


def f(arg):
    del arg
    try:
        arg
    except UnboundLocalError as e:
        print(e)
    arg = "again"
    return arg


print(f(1))


def closure():
    v = 1
    def inner():
        return v
    print(inner())
    del v
    try:
        inner()
    except NameError as e:
        print(e)


closure()
try:
    del never_defined
except NameError as e:
    print(e)
try:
    del d["missing"]
except KeyError as e:
    print(repr(e))
try:
    del len
except NameError as e:
    print(e)
len = "shadow"
print(len)
del len
print(len("back"))
del (l)
del ([])
