def run(group):
    try:
        raise group
    except* ValueError as eg:
        print("values", eg.exceptions, type(eg).__name__)
    except* (TypeError, KeyError) as eg:
        print("types or keys", [type(e).__name__ for e in eg.exceptions])
    else:
        print("else")
    finally:
        print("finally")


run(ExceptionGroup("one", [ValueError(1), TypeError("t"), ValueError(2)]))
run(ExceptionGroup("two", [KeyError("k")]))
try:
    run(ExceptionGroup("three", [ValueError(3), OSError("disk")]))
except ExceptionGroup as e:
    print("left over:", e, e.exceptions)
try:
    raise ValueError("plain")
except* ValueError as eg:
    print("wrapped", repr(eg))
try:
    pass
except* ValueError:
    print("never")
else:
    print("nothing raised")
nested = ExceptionGroup("outer", [ValueError("a"), ExceptionGroup("inner", [ValueError("b"), TypeError("c")])])
try:
    raise nested
except* TypeError as eg:
    print(repr(eg))
except* ValueError as eg:
    print(repr(eg))
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise KeyError("while handling")
except ExceptionGroup as e:
    print(repr(e))
    print([repr(x) for x in e.exceptions], repr(e.exceptions[0].__context__))
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise
except ExceptionGroup as e:
    print(repr(e))
try:
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ExceptionGroup:
        pass
except TypeError as e:
    print(e)


def loop():
    for i in range(2):
        try:
            raise ExceptionGroup("g", [ValueError(i)])
        except* ValueError as e:
            print(i, e.exceptions)


loop()
