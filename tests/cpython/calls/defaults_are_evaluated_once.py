def append_to(element, target=[]):
    target.append(element)
    return target


print(append_to(1))
print(append_to(2))
print(append_to(3, []))
print(append_to(4))
print(append_to.__defaults__)


def append_fixed(element, target=None):
    if target is None:
        target = []
    target.append(element)
    return target


print(append_fixed(1))
print(append_fixed(2))

i = 5


def f(arg=i):
    print(arg)


i = 6
f()

calls = []


def make_default(label):
    calls.append(label)
    return label


def g(a=make_default("a"), *, b=make_default("b"), c=make_default("c")):
    return a, b, c


print(calls)
print(g(), g(b="B"))
print(calls)
g.__defaults__ = ("changed",)
g.__kwdefaults__["c"] = "also changed"
print(g())
