import traceback


class Empty(Exception):
    pass


class Multi(Exception):
    def __str__(self):
        return "line one\nline two"


class BadStr(Exception):
    def __str__(self):
        return 1 / 0


class NotStr(Exception):
    def __str__(self):
        return 5


class Outer:
    class Nested(Exception):
        pass


def make():
    class Local(Exception):
        pass
    return Local("l")


for e in (Empty(), Empty(""), Empty(None), Multi(), BadStr(), NotStr(), Outer.Nested("n"), make(), KeyError("k"), KeyError("a\nb"),
          ValueError("a\n  b\n"), OSError(2, "gone"), OSError(2, "gone", "file"), StopIteration(), SystemExit(3), ValueError("a", "b"), ImportError("imp", name="x"), UnicodeError("u")):
    print("".join(traceback.format_exception_only(e)), end="")
raise Outer.Nested("the end")
