class Base:
    b = 1

    def base_method(self): pass


class Child(Base):
    c = 2

    def __init__(self):
        self.i = 3

    def method(self): pass


public = lambda o: [n for n in dir(o) if not n.startswith("_")]
print(public(Child()), public(Child), public(Base))
print([n for n in dir([]) if not n.startswith("_")])
print([n for n in dir("") if not n.startswith("_")])
print([n for n in dir({}) if not n.startswith("_")])
print([n for n in dir(set()) if not n.startswith("_")])
print([n for n in dir(1) if not n.startswith("_")])
print([n for n in dir(1.5) if not n.startswith("_")])
print([n for n in dir(b"") if not n.startswith("_")])
print([n for n in dir(()) if not n.startswith("_")], [n for n in dir(range(1)) if not n.startswith("_")])
print(sorted(vars(Child()).items()), sorted(k for k in vars(Child) if not k.startswith("__")))
print([n for n in dir(object())])


def f():
    a = 1
    b = 2
    return dir(), sorted(locals())


print(f())
globals()["dynamic"] = 5
print(dynamic)
print(__name__, __doc__, type(__builtins__).__name__, "__file__" in globals())
print([n for n in dir(ValueError("x")) if not n.startswith("_")], [n for n in dir(f) if n in ("__name__", "__defaults__", "__closure__", "__code__", "__dict__")])
f.custom = "attribute on a function"
print(f.custom, f.__dict__, f.__module__, f.__doc__)
