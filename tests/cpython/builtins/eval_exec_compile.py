print(eval("2 + 3 * 4"), eval(" 1"), eval("[x * 2 for x in range(3)]"))
x = 10
print(eval("x + 1"), eval("x + y", {"x": 1, "y": 2}), eval("x + y", {"x": 1}, {"y": 5}))
def f():
    a = 5
    print(eval("a * x"), sorted(eval("locals()")))
    exec("a = 7; b = 8")
    print(a)
f()
exec("y = 3\nprint(y, x)")
print(y)
ns = {}
exec("""
import math
def area(r):
    return round(math.pi * r ** 2, 2)
class P:
    z = 1
    def go(self): return [self.z + i for i in range(3)]
total = sum(area(i) for i in range(3))
""", ns)
print(ns["area"](2), ns["total"], ns["P"]().go(), sorted(k for k in ns if k != "__builtins__"), ns["area"].__module__)
for src in ["1 +", "x = 1", "", "1; 2", "import os", "foo(", "a b", "print 'x'", "  ", "def f(): pass", "x += 1", "yield", "return 1", "'abc", "lambda x: (", "f'{'"]:
    try:
        print(repr(src), eval(src))
    except SyntaxError as e:
        print(repr(src), type(e).__name__, e.msg, e.filename, e.lineno, e.offset, repr(e.text), str(e))
for src in ["if True:\nprint(1)", "x = = 2", "def f(:\n  pass", "for i in range(3) print(i)", "return 5"]:
    try:
        exec(src)
    except SyntaxError as e:
        print(repr(src), type(e).__name__, e.msg, e.filename, e.lineno, e.offset, repr(e.text), e.end_lineno, e.end_offset)
for args in [(1,), (None,), ("1", 1), ("1", None, 1), ([],), ("1", {}, []), (), ("1", 2, 3, 4)]:
    for g in (eval, exec):
        try:
            print(g(*args))
        except Exception as e:
            print(g.__name__, args, type(e).__name__, e)
c = compile("a + b", "<my>", "eval")
print(eval(c, {"a": 1, "b": 2}), c.co_names, c.co_filename, type(c).__name__)
c = compile("for i in range(2):\n    print('i', i)\n", "loop.py", "exec")
exec(c); exec(c)
try:
    compile("1 +", "bad.py", "eval")
except SyntaxError as e:
    print(e)
try:
    compile("1", "bad.py", "foo")
except ValueError as e:
    print(e)
try:
    eval("len('abc')", {"__builtins__": {}})
except NameError as e:
    print(e)
print(eval("len('abc')", {"__builtins__": {"len": len}}))
try:
    eval("1/0")
except ZeroDivisionError as e:
    print(e)
class M(dict):
    def __missing__(self, k): return "<" + k + ">"
print(eval("foo + bar", {}, M()))
ops = {"+": lambda a, b: a + b}
expr = "3 + 4"
print(eval(expr), eval(compile(expr, "", "eval")))
fn = eval("lambda q: q ** 2")
print(fn(5), fn.__name__)
exec("global gg\ngg = 5"); print(gg)
exec("z1: int = 5\nprint(z1)")
print(eval(b"1 + 1"), eval("""(1 +
 2)"""))
exec("print([n for n in range(3) if n != x], {k: v for k, v in zip('ab', [x, y])})")
def outer():
    v = 1
    def inner(): return eval("v")
    try: print(inner())
    except NameError as e: print(e)
outer()
exec("def boom():\n    raise ValueError('in exec')\n")
boom()
