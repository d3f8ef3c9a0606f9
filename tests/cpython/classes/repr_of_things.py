class C:
    def method(self): pass
    @classmethod
    def cm(cls): pass


def func(): pass


print(C)
print(int, list, type, object, type(None), type(...), type(NotImplemented))
print(type(func), type(len), type(C().method), type([].append), type(lambda: 0))
print(len, print, [].append.__name__, str.upper, dict.get, "".join.__qualname__)
print(type(i for i in ()), type({}.keys()), type({}.items()), type(iter([])), type(range(3)))
print(type(property()), type(classmethod(func)), type(super(C, C())))
print(NotImplemented, Ellipsis, ..., None, True)
print(range(5), range(1, 10, 2), slice(1, None, 2), slice(3))
print([C.cm.__name__, C.method.__qualname__, C().method.__func__ is C.method])


class Outer:
    class Inner:
        def f(self):
            def g(): pass
            return g


print(Outer.Inner, Outer.Inner.f.__qualname__, Outer.Inner().f().__qualname__)
print(repr(C.method).split(" at ")[0], repr(C()).split(" at ")[0])
print(repr(C().method).split(" of <")[0], repr(lambda: 0).split(" at ")[0])
print(type(type), type(C), type(C()), C.__class__, C().__class__)
