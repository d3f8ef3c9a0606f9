import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name
        self.me = self

    def __del__(self):
        print("del", self.name)


for i in range(3):
    last = Node(i)
r = weakref.ref(last, lambda ref: print("gone", ref() is None))
del last
print(gc.collect() >= 3, r())
a = []
a.append(a)
del a
print(gc.collect(), gc.collect())


class Plain:
    pass


p, q = Plain(), Plain()
p.other, q.other = q, p
watched = weakref.WeakSet([p, q])
print(len(watched))
del p, q
print(gc.collect() > 1, len(watched))


def recursive():
    def fact(n):
        return n * fact(n - 1) if n else 1
    return fact(5)


print(recursive(), gc.collect())


class Phoenix:
    def __init__(self):
        self.me = self

    def __del__(self):
        global saved
        saved = self
        print("saved")


Phoenix()
gc.collect()
print(saved is saved.me)
del saved
gc.collect()
print("died silently the second time")


def hold_itself():
    def inner():
        try:
            yield lambda: it
        finally:
            print("closed")
    it = inner()
    next(it)


hold_itself()
print("before")
gc.collect()


class Callback:
    def __init__(self):
        self.ref = weakref.ref(self, self.called)

    def called(self, ref):
        print("never: the reference is garbage, too")


Callback()
gc.collect()
gc.disable()
print(gc.isenabled())
gc.enable()
print(gc.isenabled(), gc.is_tracked([]), gc.is_tracked(1), gc.is_tracked("a"))
inner = ["inner"]
outer = [inner, 5]
print(gc.get_referents(outer)[0] is inner or gc.get_referents(outer)[1] is inner)
print([x is outer for x in gc.get_referrers(inner) if isinstance(x, list) and x is not globals()])
