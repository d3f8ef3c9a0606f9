import weakref
import gc


class Node:
    def __init__(self, name): self.name = name
    def __repr__(self): return f"Node({self.name})"


n = Node("a")
r = weakref.ref(n, lambda ref: print("callback", ref() is None))
print(r(), r() is n, weakref.getweakrefcount(n), weakref.ref(n) == r)
del n
print(r())
cache = weakref.WeakValueDictionary()
x, y = Node("x"), Node("y")
cache["x"], cache["y"] = x, y
print(sorted(cache), cache["x"], len(cache), cache.get("zz"), "y" in cache)
del x
print(sorted(cache), list(cache.items()))
s = weakref.WeakSet()
p = Node("p")
s.add(p)
s.add(y)
print(len(s), p in s)
del p
print(len(s), [n.name for n in s])
k = weakref.WeakKeyDictionary()
key = Node("key")
k[key] = 5
print(k[key], len(k))
del key
print(len(k))
f = weakref.finalize(y, print, "finalized", 1)
print(f.alive)
del y
print(f.alive, f())
for bad in (5, "s", None, (1,)):
    try:
        weakref.ref(bad)
    except TypeError as e:
        print(e)
proxy_target = Node("proxied")
proxy = weakref.proxy(proxy_target)
print(proxy.name)
del proxy_target
try:
    proxy.name
except ReferenceError as e:
    print(e)


class Tree:
    def __init__(self, v, parent=None):
        self.v, self.kids = v, []
        self.parent = weakref.ref(parent) if parent else None
        if parent:
            parent.kids.append(self)


root = Tree(1)
kid = Tree(2, root)
print(kid.parent().v, [c.v for c in root.kids])
m = weakref.WeakMethod(root.__init__)
print(m() is not None)
gc.collect()
