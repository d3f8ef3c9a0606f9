def use_builtin():
    return len("four")


print(use_builtin())
len = lambda x: "shadowed"
print(use_builtin(), len("x"))
del len
print(use_builtin())
import builtins
print(builtins.len is len, builtins.max([1, 2]))
sum = 0
for n in [1, 2]:
    sum += n
print(sum)
try:
    sum([1])
except TypeError as e:
    print(e)
del sum
print(sum([4, 5]))


def f(list):
    return [*list, type(list).__name__]


print(f("ab"))


def g():
    print = []
    print.append("local print")
    return print


print(g())
id = 5
type_ = type(id)
print(id, type_)
builtins.my_global = "planted"
print(my_global)
del builtins.my_global
try:
    my_global
except NameError as e:
    print(e)
class str(str):
    def shout(self): return self.upper() + "!"
print(str("hey").shout(), isinstance("x", str))
del str
print(isinstance("x", str))
def default_is_early(x=max): return x(1, 2)
max = min
print(default_is_early(), max(1, 2))
del max
print([max(p) for p in ((1, 2), (3, 0))])
for input in range(2): pass
print(input)
def h():
    global created
    created = "by h"
    def inner():
        global created
        created += " and inner"
    inner()
h()
print(created)
x = 1
def no_block_scope():
    if True:
        inside_if = "visible"
    for i in range(3):
        inside_for = i
    while True:
        inside_while = "yes"
        break
    with __import__("contextlib").nullcontext() as inside_with:
        pass
    try:
        inside_try = 1
    finally:
        return inside_if, inside_for, i, inside_while, inside_with, inside_try
print(no_block_scope())
print("__builtins__" in globals(), __name__, "x" in vars(), vars() is globals())
True_ = True
print(True_, (lambda _: _)(5), [_ for _ in "ab"])
