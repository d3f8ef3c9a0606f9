class Managed:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, exc_type, exc, tb):
        print("exit", self.name, exc_type and exc_type.__name__, exc, tb is not None)
        return self.swallow


with Managed("a") as m:
    print("in", m.name)
with Managed("a"), Managed("b") as b:
    print("both", b.name)
with (
    Managed("p1") as p1,
    Managed("p2"),
):
    print("parenthesised", p1.name)
with Managed("s", swallow=True):
    raise ValueError("swallowed")
print("continues")
try:
    with Managed("outer"), Managed("inner", swallow=False):
        1 / 0
except ZeroDivisionError as e:
    print("caught", e)
with Managed("o", True):
    with Managed("i"):
        raise KeyError("k")


def f():
    with Managed("r"):
        return "returned"


print(f())
for i in range(3):
    with Managed(str(i)):
        if i == 0:
            continue
        break
with Managed("t") as (self_name) :
    print(self_name is not None)
with Managed("named") as x:
    print(x.name)
d = {}
with Managed("target") as d["key"]:
    print(list(d))
