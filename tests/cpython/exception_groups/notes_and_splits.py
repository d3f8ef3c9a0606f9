def work(n):
    errors = []
    for i in range(n):
        try:
            if i % 2:
                raise ValueError(f"odd {i}")
            [][i]
        except Exception as e:
            e.add_note(f"item {i}")
            e.add_note("second note\nwith two lines")
            errors.append(e)
    raise ExceptionGroup("several", errors)
try:
    work(4)
except* ValueError as g:
    print("values", [str(e) for e in g.exceptions], [e.__notes__ for e in g.exceptions])
except* IndexError as g:
    print("index", len(g.exceptions), g.message)
try:
    try:
        work(2)
    except* ValueError as g:
        raise KeyError("in handler")
except BaseExceptionGroup as e:
    print(repr(e))
eg = ExceptionGroup("top", [ValueError(1), ExceptionGroup("inner", [TypeError(2), ValueError(3)]), OSError(5, "io")])
print(eg.subgroup(ValueError), eg.split((TypeError, OSError)), eg.subgroup(lambda e: "3" in str(e)), eg.subgroup(KeyError))
print(eg.derive([ValueError(9)]), str(eg), eg.args)
for args in [("x",), ("x", []), ("x", [1]), (1, [ValueError()]), ("x", ValueError()), ("x", [KeyboardInterrupt()])]:
    try: print(repr(ExceptionGroup(*args)))
    except Exception as e: print(type(e).__name__, e)
print(repr(BaseExceptionGroup("b", [KeyboardInterrupt()])), type(BaseExceptionGroup("b", [ValueError()])).__name__)
try:
    raise TypeError("naked")
except* TypeError as g:
    print(repr(g))
def f():
    try:
        raise eg
    except* OSError:
        pass
f()
