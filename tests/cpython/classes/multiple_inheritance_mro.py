class A:
    def hello(self):
        return ["A"]


class B(A):
    def hello(self):
        return ["B"] + super().hello()


class C(A):
    def hello(self):
        return ["C"] + super().hello()


class D(B, C):
    def hello(self):
        return ["D"] + super().hello()


print(D().hello())
print([k.__name__ for k in D.__mro__])
print(super(D, D()).hello())
print(super(B, D()).hello())
print(super(C, D()).hello())


class X: pass
class Y: pass
class XY(X, Y): pass
class YX(Y, X): pass


try:
    class Z(XY, YX): pass
except TypeError as e:
    print(e)

try:
    class W(A, D): pass
except TypeError as e:
    print(e)

try:
    class V(A, A): pass
except TypeError as e:
    print(e)


class Logger:
    def __init__(self, **kw):
        print("Logger", kw)
        super().__init__(**kw)


class Named:
    def __init__(self, name, **kw):
        print("Named", name, kw)
        super().__init__(**kw)


class Service(Logger, Named):
    def __init__(self, **kw):
        print("Service", kw)
        super().__init__(**kw)


Service(name="db")
try:
    Service(name="db", port=1)
except TypeError as e:
    print(e)
