class Both:
    def __repr__(self): return "Both()"
    def __str__(self): return "both!"


class OnlyRepr:
    def __repr__(self): return "OnlyRepr()"


class OnlyStr:
    def __str__(self): return "only str"


class Bad:
    def __repr__(self): return 5
    def __str__(self): return None


print(Both(), repr(Both()), str(Both()), [Both()], (Both(),), {Both().__str__(): Both()}, f"{Both()} {Both()!r}", "%s %r" % (Both(), Both()), "{} {!r}".format(Both(), Both()))
print(OnlyRepr(), str(OnlyRepr()), [OnlyRepr()], OnlyStr(), repr(OnlyStr()).startswith("<__main__.OnlyStr object at"))
for f in (str, repr, print, lambda b: f"{b}", lambda b: [b].__repr__(), lambda b: "%r" % b):
    try:
        f(Bad())
    except TypeError as e:
        print(e)


class Bytes:
    def __bytes__(self): return b"raw"
    def __hash__(self): return 123
    def __sizeof__(self): return 1
    def __dir__(self): return ["z", "a"]
    def __len__(self): return 3
    def __getstate__(self): return None


b = Bytes()
print(bytes(b), hash(b), dir(b), len(b), {b: 1}[b])


class Node:
    def __init__(self, v, *kids): self.v, self.kids = v, list(kids)
    def __repr__(self):
        inner = ", ".join(map(repr, self.kids))
        return f"Node({self.v!r}{', ' if inner else ''}{inner})"


print(Node(1, Node("two"), Node(3.0, Node(None))))
class StrSub(str):
    def __str__(self): return "custom"
print(StrSub("raw"), f"{StrSub('raw')}", StrSub("raw") + "", "".join([StrSub("raw")]), repr(StrSub("raw")), str(StrSub("raw")), "%s" % StrSub("raw"))
class BadHash:
    def __hash__(self): return "x"
try:
    hash(BadHash())
except TypeError as e:
    print(e)
class BigHash:
    def __hash__(self): return 2 ** 70
print(hash(BigHash()) == hash(2 ** 70))
