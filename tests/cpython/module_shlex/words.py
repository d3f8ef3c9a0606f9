import shlex


def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


print(shlex.split("a 'b c' \"d \\\" e\" f\\ g # h"), shlex.split("x # c",comments=True), shlex.quote("a b'c"), shlex.quote("ok"), shlex.join(["a","b c"]), shlex.quote(""), shlex.split("''"), shlex.split("a'b'c", posix=False)); t(lambda: shlex.split("'x")); t(lambda: shlex.split("x\\"))
