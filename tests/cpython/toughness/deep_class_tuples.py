t = (int,)
for _ in range(100000): t = (t,)
for f in (isinstance, issubclass):
    try: print(f(str, t))
    except RecursionError as e: print(e)
try:
    try: 1/0
    except t: pass
except BaseException as e: print(type(e))
class A:
    def __instancecheck__(s, o): return isinstance(o, s)
try: isinstance(1, A())
except RecursionError as e: print("R")
class M(type):
    def __instancecheck__(c, o): return isinstance(o, c)
    def __subclasscheck__(c, o): return issubclass(o, c)
class X(metaclass=M): pass
try: isinstance(1, X)
except RecursionError as e: print("R")
try: issubclass(int, X)
except RecursionError as e: print("R")
