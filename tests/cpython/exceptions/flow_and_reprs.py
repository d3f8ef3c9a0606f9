def f(n):
    try:
        print("try", n)
        if n == 1: raise ValueError("v")
        if n == 2: return "returned"
        if n == 3: 1 / 0
        if n == 4: raise KeyboardInterrupt
    except ValueError as e:
        print("except", e)
        return "handled"
    except (ZeroDivisionError, TypeError):
        print("tuple"); raise
    else:
        print("else"); return "from else"
    finally:
        print("finally", n)
    return "end"
for i in range(5):
    try: print(f(i))
    except BaseException as e: print("outer", type(e).__name__, e.args)
def g():
    for i in range(3):
        try: continue
        finally: print("f", i)
    while True:
        try: break
        finally: print("brk")
    try: return 1
    finally: return 2
print(g())
def h():
    try: raise ValueError("lost")
    finally: return "swallowed"
print(h())
class MyError(Exception):
    code = 7
    def __init__(self, msg, *, extra=None): super().__init__(msg); self.extra = extra
class Sub(MyError): pass
try: raise Sub("m", extra=[1])
except MyError as e: print(repr(e), str(e), e.args, e.extra, e.code, isinstance(e, Exception), type(e).__mro__[1].__name__)
try:
    try: raise KeyError("a")
    except KeyError: raise IndexError("b")
except IndexError as e: print(repr(e.__context__), e.__cause__, e.__suppress_context__)
try:
    try: raise KeyError("a")
    except KeyError as k: raise IndexError("b") from k
except IndexError as e: print(repr(e.__context__), repr(e.__cause__), e.__suppress_context__)
e1 = ValueError("x"); e2 = e1.with_traceback(None); print(e1 is e2, e1.__traceback__)
try: raise e1
except ValueError as e: print(e.__traceback__ is not None, e.__traceback__.tb_lineno)
try: e
except NameError as ne: print(ne)
for exc in [ValueError(), ValueError("a"), ValueError("a", 1), KeyError("k"), KeyError(), OSError(2, "no"), OSError(2, "no", "f"), StopIteration(5), SystemExit(3), UnicodeDecodeError("utf-8", b"x", 0, 1, "bad"), ImportError("m", name="n"), AttributeError("a", name="x"), SyntaxError("bad"), AssertionError(), Exception(None), Exception((1, 2)), BaseException("b"), FileNotFoundError(2, "nf", "p"), TimeoutError("t"), RecursionError(), NotImplementedError("ni")]: print(repr(exc), "|", str(exc), "|", exc.args)
print(OSError(2, "x").errno, type(OSError(2, "x")).__name__, type(OSError(13, "x")).__name__, OSError("just one").errno, issubclass(FileNotFoundError, OSError), IOError is OSError, StopIteration(5).value, SystemExit(3).code, issubclass(KeyboardInterrupt, Exception), ConnectionResetError.__mro__[1].__name__, issubclass(ModuleNotFoundError, ImportError))
for bad in (lambda: (_ for _ in ()).throw(5), lambda: exec("raise 5"), lambda: exec("raise int"), lambda: exec("raise ValueError from 5"), lambda: exec("raise None"), lambda: Exception(x=1), lambda: ValueError.with_traceback(), lambda: ValueError("x").with_traceback(5), lambda: ValueError("x").add_note(5), lambda: setattr(ValueError("x"), "__cause__", 5), lambda: setattr(ValueError(), "args", 5)):
    try: print(bad())
    except BaseException as e: print(type(e).__name__, e)
def check():
    try: yield 1
    except: print("bare", end=" ")
    finally: print("gen fin")
g = check(); next(g); del g
try:
    try: 1 / 0
    except* ZeroDivisionError as eg: print(type(eg).__name__, eg.exceptions)
except: print("no")
try:
    assert False
except AssertionError as e: print(repr(e))
try:
    assert 1 == 2, {"k": 1}
except AssertionError as e: print(e, e.args)
import sys, traceback
try: {}["zz"]
except KeyError:
    print(sys.exc_info()[0].__name__, sys.exc_info()[1], traceback.format_exc().splitlines()[-1])
print(sys.exc_info())
def deep(n):
    if n == 0: raise RuntimeError("bottom")
    deep(n - 1)
try: deep(3)
except RuntimeError as e: print([fr.name for fr in traceback.extract_tb(e.__traceback__)], len(traceback.format_exception(e)))
try:
    def rec(): rec()
    rec()
except RecursionError as e: print(e)
try: exec("x = = 1")
except SyntaxError as e: print(e.msg, e.lineno, e.offset, e.text, e.filename)
class Ctx(Exception):
    def __eq__(self, o): return True
try: raise Ctx from Ctx()
except Ctx as e: print(e.__cause__ == 5)
def nested():
    try:
        try: raise A
        except NameError as e: print("NE", e); raise TypeError("t") from e
        finally: print("inner fin")
    except TypeError as e: print("TE", e, repr(e.__cause__))
nested()
