import builtins

for name in ("ZeroDivisionError", "KeyError", "IndexError", "FileNotFoundError", "ModuleNotFoundError", "UnicodeDecodeError",
             "RecursionError", "NotImplementedError", "StopIteration", "KeyboardInterrupt", "SystemExit", "GeneratorExit",
             "TabError", "UnboundLocalError", "DeprecationWarning", "ConnectionResetError", "TimeoutError", "BrokenPipeError",
             "FloatingPointError", "OverflowError", "EOFError", "MemoryError", "BufferError", "ExceptionGroup"):
    cls = getattr(builtins, name)
    print(" <- ".join(c.__name__ for c in cls.__mro__[:-1]))

print(IOError is OSError, EnvironmentError is OSError)
for bad in (lambda: [][1], lambda: {}["x"], lambda: int("x"), lambda: 1 / 0, lambda: "a" + 1, lambda: None.x,
            lambda: float("inf").__int__(), lambda: chr(-1), lambda: (1, 2).index(3), lambda: next(iter([])), lambda: 2.0 ** 5000):
    try:
        bad()
    except LookupError as e:
        print("lookup", type(e).__name__, e)
    except ArithmeticError as e:
        print("arithmetic", type(e).__name__, e)
    except Exception as e:
        print("other", type(e).__name__, e)
