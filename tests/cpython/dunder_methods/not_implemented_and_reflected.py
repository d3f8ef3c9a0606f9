class A:
    def __add__(self, o):
        print("A.__add__")
        return NotImplemented
    def __radd__(self, o):
        print("A.__radd__")
        return "A.radd"
    def __eq__(self, o):
        print("A.__eq__")
        return NotImplemented
    def __lt__(self, o):
        print("A.__lt__")
        return NotImplemented
    def __hash__(self):
        return 1


class B:
    def __radd__(self, o):
        print("B.__radd__")
        return "B.radd"
    def __gt__(self, o):
        print("B.__gt__")
        return "B.gt"


class Sub(A):
    def __radd__(self, o):
        print("Sub.__radd__")
        return "Sub.radd"


print(A() + B())
print(1 + A())
print(A() + Sub())
try:
    A() + A()
except TypeError as e:
    print(e)
try:
    A() + 1
except TypeError as e:
    print(e)
print(A() < B())
a = A()
print(a == 5, a == a, a != 5)
try:
    A() < A()
except TypeError as e:
    print(e)
try:
    if NotImplemented:
        pass
except TypeError as e:
    print(e)


class C:
    def __sub__(self, o): return "C.sub"
class D(C):
    def __rsub__(self, o): return "D.rsub"
class E(C): pass


print(C() - D(), C() - E(), D() - C(), E() - D())
print((5).__add__("x"), (5).__radd__(3), "a".__mul__(2), (5).__eq__("x"), [].__eq__(()), (2).__rpow__(3), (7).__divmod__(2), (1).__lt__(2.5))
