class AppError(Exception):
    """Base of all errors of this app."""


class NotFound(AppError):
    def __init__(self, what, where="here"):
        super().__init__(what, where)
        self.what = what
        self.where = where

    def __str__(self):
        return f"{self.what} not found in {self.where}"


class Validation(AppError):
    def __init__(self, field, message):
        self.field = field
        super().__init__(f"{field}: {message}")


class Silent(AppError):
    pass


for make in (lambda: NotFound("key"), lambda: NotFound("page", where="book"), lambda: Validation("age", "too low"), Silent, lambda: Silent("a", 1), lambda: Silent(None)):
    try:
        raise make()
    except AppError as e:
        print(type(e).__name__, "|", e, "|", repr(e), "|", e.args)

try:
    raise NotFound
except TypeError as e:
    print(e)
print(AppError.__doc__)
print(isinstance(Silent(), Exception), issubclass(NotFound, AppError))
e = Silent("x")
e.extra = 1
print(e.extra, vars(e), e == Silent("x"))
print(str(KeyError("k")), str(KeyError("a", "b")), str(Exception()), str(Exception("a", 2)), repr(Exception("one")), repr(OSError(2, "No such file")))
print(OSError(2, "No such file", "x.txt"), OSError(2, "msg").errno, type(OSError(2, "nope")).__name__)
print(StopIteration(3).value, SystemExit(4).code)
