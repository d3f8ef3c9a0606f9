class Base:
    pass


class A(Base):
    pass


print(A == A, A != Base, A is A, hash(A) == hash(A), {A: 1}[A], A in [Base, A], bool(A), callable(A), str(A), f"{A}", repr([A, Base]))
print(issubclass(A, (int, Base)), A.__bases__, Base.__subclasses__(), A.__base__, A.mro()[-1], type(A).__mro__)
try:
    A < Base
except TypeError as e:
    print(e)
try:
    A + 1
except TypeError as e:
    print(e)
try:
    A[0]
except TypeError as e:
    print(e)
try:
    len(A)
except TypeError as e:
    print(e)
try:
    for x in A:
        pass
except TypeError as e:
    print(e)
print(A | int, A | None, isinstance(A(), A | int), int | A | str)
A.added = 5
setattr(A, "dynamic method", lambda self: "called")
print(A().added, getattr(A(), "dynamic method")(), "dynamic method" in vars(A))
del A.added
try:
    del A.added
except AttributeError as e:
    print(e)
try:
    A.__name__ = 5
except TypeError as e:
    print(e)
A.__name__ = "Renamed"
print(A, A.__name__, A.__qualname__, type(A()).__name__)
a = A()
a.__class__ = Base
print(type(a).__name__)
try:
    a.__class__ = int
except TypeError as e:
    print(e)
try:
    a.__dict__ = 5
except TypeError as e:
    print(e)
a.__dict__ = {"fresh": 1}
print(a.fresh, vars(a))
try:
    int.new = 1
except TypeError as e:
    print(e)
try:
    (5).new = 1
except AttributeError as e:
    print(e)
try:
    del int.real
except TypeError as e:
    print(e)
try:
    object().x = 1
except AttributeError as e:
    print(e)
print(object.__doc__ is not None, A.__doc__, type.__name__, A.__dict__.get("__module__"), sorted(k for k in vars(Base)))
