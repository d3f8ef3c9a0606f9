import sys

print()
print("a", "b", 3)
print("a", "b", sep="")
print("a", "b", sep="-", end="!\n")
print("x", end="")
print("y", end=" ")
print("z")
print(*range(5), sep=", ")
print("to stderr", file=sys.stderr)
print("one\ntwo", "tab\tbed")
print(None, True, 1.0, [1, "a"], ("t",), {"k": "v"}, {1}, b"b", sep="|")
print("flushed", flush=True)
print(sep=",", end="only end\n")
print("None sep", "works", sep=None, end=None)
for bad in (dict(sep=1), dict(end=5), dict(file="x"), dict(nope=1)):
    try:
        print("text", **bad)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
print(print("inner"))


class Writer:
    def __init__(self):
        self.parts = []

    def write(self, s):
        self.parts.append(s)


w = Writer()
print("a", 1, sep="+", file=w)
print("no newline", end="", file=w)
print(w.parts)
sys.stdout.write("written\n")
n = sys.stdout.write("count\n")
print(n)
print("multi", """line
text""", sep="\n")
print("%s and %s" % ("old", "style"), "{} and {}".format("new", "style"), f"{'f'}-style")
print("é", "中文", "😀", "\u00e9", "a\\b")
from io import StringIO
buffer = StringIO()
print("captured", 5, file=buffer)
print(repr(buffer.getvalue()))
