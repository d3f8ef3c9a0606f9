class NoEnter:
    def __exit__(self, *a): pass


class NoExit:
    def __enter__(self): pass


class RaisesInEnter:
    def __enter__(self): raise ValueError("enter failed")
    def __exit__(self, *a): print("never")


class RaisesInExit:
    def __enter__(self): return 1
    def __exit__(self, *a): raise KeyError("exit failed")


class AsyncOnly:
    async def __aenter__(self): pass
    async def __aexit__(self, *a): pass


def attempt(cm, body=lambda: None):
    try:
        with cm as x:
            body()
    except Exception as e:
        print(type(e).__name__, e, "| context:", repr(e.__context__))


attempt(NoEnter())
attempt(NoExit())
attempt(5)
attempt("text")
attempt(AsyncOnly())
attempt(RaisesInEnter())
attempt(RaisesInExit())
attempt(RaisesInExit(), lambda: 1 / 0)


class Replace:
    def __enter__(self): return self
    def __exit__(self, t, e, tb):
        raise RuntimeError("replaced") from e


attempt(Replace(), lambda: int("x"))


class Instance:
    pass


i = Instance()
i.__enter__ = lambda: 1
i.__exit__ = lambda *a: None
attempt(i)


class Truthy:
    def __enter__(self): return self
    def __exit__(self, *a): return [1]


with Truthy():
    raise SystemExit("swallowed too")
print("still here")
