import sys

print(sys.version_info >= (3, 13), sys.version_info[:2], sys.version_info.major, sys.version.split()[0].rsplit(".", 1)[0], sys.maxsize, sys.maxunicode, sys.byteorder, sys.getrecursionlimit(), sys.float_info.max, sys.float_info.epsilon, sys.int_info.bits_per_digit, sys.hash_info.width, sys.implementation.version[:2])
print(sys.stdout is sys.__stdout__, hasattr(sys, "argv"), len(sys.argv), "math" in sys.modules or True, sys.modules["__main__"].__name__, sys.getsizeof([]) > 0, sys.intern("abc") is sys.intern("abc"), type(sys.path).__name__, sys.flags.debug, sys.getdefaultencoding(), sys.stdout.encoding.lower(), sys.exc_info())
import math
print("math" in sys.modules, sys.modules["math"] is math, sys.getrefcount(object()) >= 1)
class Tee:
    def __init__(self, stream): self.stream, self.log = stream, []
    def write(self, s): self.log.append(s); return self.stream.write(s.upper())
    def flush(self): self.stream.flush()


old, sys.stdout = sys.stdout, Tee(sys.stdout)
print("shouted", 1)
tee, sys.stdout = sys.stdout, old
print(tee.log)
try:
    raise KeyError("k")
except KeyError:
    t, v, tb = sys.exc_info()
    print(t.__name__, v, tb.tb_lineno, sys.exception() is v)


def who(): return sys._getframe().f_code.co_name, sys._getframe(1).f_code.co_name


def caller(): return who()


print(caller(), sys._getframe().f_lineno)
sys.stderr.write("to stderr\n")
sys.setrecursionlimit(2000)
print(sys.getrecursionlimit())
for code in (None, 0, 1, "text", [1], 2.5):
    try:
        sys.exit(code)
    except SystemExit as e:
        print(repr(e), e.code)


def hook(t, v, tb): print("hooked", t.__name__, v)


sys.excepthook = hook
sys.displayhook(5)
sys.displayhook(None)
raise RuntimeError("for the hook")
