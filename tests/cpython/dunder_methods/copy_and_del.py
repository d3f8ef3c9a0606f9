import copy


class Tracked:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)


t = Tracked("a")
t = None
print("after a")
u = Tracked("b")
v = u
del u
print("still referenced")
del v
print("gone")


def f():
    local = Tracked("local")
    print("in f")


f()
l = [Tracked("in list")]
l.clear()
print("cleared")


class P:
    def __init__(self, x): self.x = x
    def __copy__(self): return P("copied")
    def __deepcopy__(self, memo): return P("deep")


print(copy.copy(P(1)).x, copy.deepcopy(P(1)).x, copy.copy([P(1)])[0].x, copy.deepcopy([P(1)])[0].x)


class Plain:
    def __init__(self): self.items = [1, [2]]


p = Plain()
q, r = copy.copy(p), copy.deepcopy(p)
p.items[1].append(3)
print(q.items, r.items, q.items is p.items, r.items is p.items)
rec = [1]
rec.append(rec)
c = copy.deepcopy(rec)
print(c, c[1] is c, c is not rec)
shared = [0]
pair = copy.deepcopy([shared, shared])
print(pair[0] is pair[1], copy.copy((1, 2)), copy.deepcopy({"a": (1, [2])}), copy.copy({1, 2}), copy.copy("s"), copy.copy(None))
