class Meta(type):
    def __new__(mcls, name, bases, ns, **kw):
        print("new", name, [b.__name__ for b in bases], kw)
        ns["added"] = f"by meta to {name}"
        return super().__new__(mcls, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        print("init", name, kw)
        super().__init__(name, bases, ns)

    def __call__(cls, *args):
        print("call", cls.__name__, args)
        return super().__call__(*args)

    def __repr__(cls):
        return f"<Meta {cls.__name__}>"

    def on_class(cls):
        return f"{cls.__name__}.on_class"

    @property
    def shout(cls):
        return cls.__name__.upper()


class A(metaclass=Meta, flag=1):
    def __init__(self, x):
        self.x = x


class B(A):
    pass


print(A, type(A).__name__, A.added, B.added, B(5).x, A.on_class(), B.shout)
try:
    A(1).on_class()
except AttributeError as e:
    print(e)


class Registry(type):
    classes = []

    def __init__(cls, name, bases, ns):
        super().__init__(name, bases, ns)
        Registry.classes.append(name)

    def __iter__(cls): return iter(["it", cls.__name__])
    def __len__(cls): return 42
    def __contains__(cls, x): return x == "yes"
    def __getitem__(cls, k): return f"{cls.__name__}[{k}]"
    def __getattr__(cls, name): return f"no {name}"
    def __instancecheck__(cls, x): return x == 5
    def __subclasscheck__(cls, c): return c is int


class R(metaclass=Registry): pass
class S(R): pass


print(Registry.classes, list(R), len(S), "yes" in R, S["k"], R.whatever, isinstance(5, R), isinstance("5", R), issubclass(int, S))


class M1(type): pass
class M2(type): pass
class C1(metaclass=M1): pass
class C2(metaclass=M2): pass
try:
    class C3(C1, C2): pass
except TypeError as e:
    print(e)
class M3(M1, M2): pass
class C4(C1, C2, metaclass=M3): pass
print(type(C4).__name__)
