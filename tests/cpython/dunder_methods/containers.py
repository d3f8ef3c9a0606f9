class Deck:
    def __init__(self, cards): self._cards = list(cards)
    def __len__(self): return len(self._cards)
    def __getitem__(self, i): return self._cards[i]
    def __setitem__(self, i, v): self._cards[i] = v
    def __delitem__(self, i): del self._cards[i]
    def __contains__(self, c): return c in self._cards
    def __iter__(self): return iter(self._cards)
    def __reversed__(self): return ("rev " + c for c in self._cards[::-1])
    def __missing__(self, k): return "only for dicts"
    def __length_hint__(self): return 3


d = Deck(["A", "K", "Q", "J"])
print(len(d), d[0], d[-1], d[1:3], "K" in d, "Z" not in d, list(d), list(reversed(d)), bool(Deck([])), bool(d))
d[0] = "2"
d[1:2] = ["x", "y"]
del d[-1]
print(list(d), max(d), sorted(d), d[::-1], [*d], tuple(d))
try:
    d[10]
except IndexError as e:
    print(e)


class OnlyGetitem:
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError("end")
        return i * i


print(list(OnlyGetitem()), 4 in OnlyGetitem(), 5 in OnlyGetitem())
try:
    len(OnlyGetitem())
except TypeError as e:
    print(e)
try:
    reversed(OnlyGetitem())
except TypeError as e:
    print(e)


class OnlyIter:
    def __iter__(self):
        yield from "xyz"


print("y" in OnlyIter(), "q" in OnlyIter(), list(OnlyIter()))


class ContainsOdd:
    def __contains__(self, x): return "truthy string" if x % 2 else ""


print(3 in ContainsOdd(), 4 in ContainsOdd(), 4 not in ContainsOdd())


class NoContains:
    __contains__ = None
    def __iter__(self): return iter([1])


try:
    1 in NoContains()
except TypeError as e:
    print(e)


class Seq:
    def __len__(self): return 2
    def __getitem__(self, i): return "ab"[i]


print(list(reversed(Seq())), list(Seq()), "a" in Seq(), list(enumerate(Seq())), "".join(Seq()))
