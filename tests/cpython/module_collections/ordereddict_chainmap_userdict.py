from collections import OrderedDict, ChainMap, UserDict, UserList, UserString

od = OrderedDict(a=1, b=2, c=3)
od.move_to_end("a")
print(od, list(od), od.popitem(), od.popitem(last=False), od)
od["z"] = 26
od.move_to_end("z", last=False)
print(od, list(reversed(od)), od == OrderedDict([("z", 26), ("c", 3)]), od == OrderedDict([("c", 3), ("z", 26)]), od == {"c": 3, "z": 26}, od | {"q": 1})
try:
    od.move_to_end("nope")
except KeyError as e:
    print("KeyError", e)
print(OrderedDict(), OrderedDict.fromkeys("ab", 0), repr(OrderedDict([(1, OrderedDict())])), od.pop("z"), isinstance(od, dict))
defaults, user, cli = {"color": "red", "size": 1}, {"color": "blue"}, {}
cm = ChainMap(cli, user, defaults)
print(cm["color"], cm["size"], dict(cm), len(cm), sorted(cm), cm.get("x"), "size" in cm)
cm["size"] = 99
print(cli, defaults, cm, cm.maps, cm.parents, cm.new_child({"color": "green"})["color"])
del cm["size"]
try:
    del cm["color"]
except KeyError as e:
    print(e)
try:
    cm["missing"]
except KeyError as e:
    print(repr(e))


class Upper(UserDict):
    def __setitem__(self, k, v):
        super().__setitem__(k.upper(), v)


u = Upper(a=1, b=2)
u.update(c=3)
print(u, u.data, "A" in u, len(u), dict(u), u | {"d": 4}, u.pop("A"), list(u.items()))


class Evens(UserList):
    def append(self, x):
        if x % 2 == 0:
            super().append(x)


e = Evens([2])
e.append(3)
e.append(4)
print(e, e + [5], e[0], e.data, len(e), e[::-1], e == [2, 4], sorted(e, reverse=True))
s = UserString("hello")
print(s, s.upper(), s + "!", s[1:3], len(s), s == "hello", "ell" in s, repr(s))
