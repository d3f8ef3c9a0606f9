import copy

original = {"name": "a", "items": [1, [2, 3]], "pair": (4, [5])}
alias, shallow, deep = original, copy.copy(original), copy.deepcopy(original)
original["items"][1].append("new")
original["name"] = "changed"
original["pair"][1].append(6)
print(alias is original, alias)
print(shallow is original, shallow)
print(deep)


class Team:
    def __init__(self, name, members):
        self.name, self.members = name, members

    def __repr__(self): return f"Team({self.name}, {self.members})"


t = Team("red", ["ann", ["bob"]])
s, d = copy.copy(t), copy.deepcopy(t)
t.members[1].append("cid")
t.members.append("dee")
t.name = "blue"
print(t, s, d)
parent, child = {"n": "p"}, {"n": "c"}
parent["child"], child["parent"] = child, parent
c = copy.deepcopy(parent)
print(c["child"]["parent"] is c, c["child"] is child, c["n"])
memo_list = [1]
dd = copy.deepcopy({"a": memo_list, "b": memo_list})
dd["a"].append(2)
print(dd)


class Custom:
    def __init__(self): self.cache, self.data = {"big": 1}, [1]
    def __deepcopy__(self, memo):
        new = Custom()
        new.cache = self.cache
        new.data = copy.deepcopy(self.data, memo)
        return new


x = Custom()
y = copy.deepcopy(x)
print(y.cache is x.cache, y.data is x.data, y.data)


class Slots:
    __slots__ = ("a", "b")


z = Slots()
z.a = [1]
w = copy.deepcopy(z)
print(w.a, w.a is z.a, hasattr(w, "b"), copy.copy(z).a is z.a)
for v in (1, "s", None, (1, 2), print, int, 2.5, b"x", frozenset([1]), range(3)):
    print(copy.copy(v) is v, copy.deepcopy(v) is v, end="; ")
print()
print(copy.replace(__import__("collections").namedtuple("P", "x y")(1, 2), y=5))
import collections
print(copy.deepcopy(collections.deque([[1]])), copy.copy(collections.Counter("aab")), copy.deepcopy(collections.defaultdict(list, a=[1])), copy.copy(collections.OrderedDict(a=1)), copy.copy([1]) == [1], copy.deepcopy({1: {2, 3}}), copy.copy(bytearray(b"x")))
