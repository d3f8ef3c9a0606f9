x = "module"


class A:
    print(x)
    x = "class"
    print(x)

    def method(self):
        return x

    y = [x for _ in range(2)] if True else None
    z = (lambda: x)()

    class Inner:
        seen = x

    for loop_var in "ab":
        pass
    else:
        finished = True
    try:
        1 / 0
    except ZeroDivisionError as err:
        message = str(err)
    with __import__("contextlib").nullcontext(5) as five:
        pass
    if five == 5:
        def conditional(self): return "defined"
    del five


print(A().method(), A.y, A.z, A.Inner.seen, A.loop_var, A.finished, A.message, A().conditional(), hasattr(A, "five"), hasattr(A, "err"))


def factory(kind):
    class Local:
        label = kind
        def get(self): return kind, self.label
        def __repr__(self): return f"<Local {kind}>"
    kind = kind.upper()
    return Local


L1, L2 = factory("a"), factory("b")
print(L1.label, L1().get(), L2(), L1 is L2, L1.__name__, L1.__qualname__)


def shadow():
    x = "function"

    class B:
        print(x)
        x = "B"
        print(x)

        def m(self): return x
    return B().m()


print(shadow())


class Counter:
    total = 0
    def __init__(self):
        Counter.total += 1
        self.__class__.total += 10
        self.total += 100


c = Counter()
print(c.total, Counter.total)
class G:
    global made_by_class
    made_by_class = 1
    nonexistent = 5
print(made_by_class, hasattr(G, "made_by_class"), G.__module__, G.__qualname__)
class Names:
    __slots__ = ()
    __doc__ = "set by hand"
    __qualname__ = "Renamed.Names"
print(Names.__doc__, Names, Names.__qualname__)
class Ann:
    a: int
    b: "str" = "b"
print(Ann.__annotations__, Ann.b)
locals_seen = []
class Loc:
    v = 1
    locals_seen.append(sorted(k for k in locals() if not k.startswith("__")))
print(locals_seen)
