import warnings

warnings.simplefilter("always")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("first")
    warnings.warn("second", DeprecationWarning)
    warnings.warn(RuntimeWarning("third"))
print([(w.category.__name__, str(w.message)) for w in caught])


def old():
    warnings.warn("old() is deprecated", DeprecationWarning, stacklevel=2)
    return 1


with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        old()
    except DeprecationWarning as e:
        print("raised", e)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    old()
    print("ignored")
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("once")
    for _ in range(3):
        warnings.warn("repeated")
    print(len(w))
with warnings.catch_warnings(record=True) as w:
    warnings.resetwarnings()
    warnings.filterwarnings("ignore", message="skip.*")
    warnings.filterwarnings("error", category=UserWarning, message="boom")
    warnings.warn("skip this")
    try:
        warnings.warn("boom now")
    except UserWarning as e:
        print("error:", e)
    warnings.warn("kept", FutureWarning)
    print([str(x.message) for x in w])
old()
warnings.warn("to stderr")
warnings.warn("custom category", RuntimeWarning)


class MyWarning(UserWarning): pass


warnings.warn("mine", MyWarning)
print(warnings.formatwarning("m", UserWarning, "f.py", 3, "x = 1"))
try:
    warnings.warn("x", int)
except TypeError as e:
    print(e)


@warnings.deprecated("use new()")
def decorated(): return 5


print(decorated())
