from functools import total_ordering


@total_ordering
class Student:
    def __init__(self, name, grade): self.name, self.grade = name, grade
    def __eq__(self, o):
        if not isinstance(o, Student):
            return NotImplemented
        return self.grade == o.grade
    def __lt__(self, o):
        if not isinstance(o, Student):
            return NotImplemented
        return self.grade < o.grade
    def __repr__(self): return f"{self.name}:{self.grade}"


a, b, c = Student("ann", 3), Student("bob", 1), Student("cid", 3)
print(a < b, a > b, a <= c, a >= c, a == c, a != b, sorted([a, b, c]), max(a, b, c), min([c, a]))
try:
    a < 5
except TypeError as e:
    print(e)
print(a == 5, a != 5)


class Manual:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n
    def __le__(self, o): return self.n <= o.n
    def __gt__(self, o): return self.n > o.n
    def __ge__(self, o): return self.n >= o.n
    def __eq__(self, o): return self.n == o.n
    def __ne__(self, o): print("ne"); return self.n != o.n
    __hash__ = None


x, y = Manual(1), Manual(2)
print(x < y, x <= y, x > y, x >= y, x == y, x != y)
try:
    {x}
except TypeError as e:
    print(e)
try:
    @total_ordering
    class Nothing: pass
except ValueError as e:
    print(e)


class Card:
    ranks = "23456789TJQKA"
    def __init__(self, text): self.text = text
    def key(self): return self.ranks.index(self.text[0])
    def __lt__(self, o): return self.key() < o.key()
    def __repr__(self): return self.text


hand = [Card(t) for t in "KS 2H TD AC 9C".split()]
print(sorted(hand), sorted(hand, reverse=True), max(hand, key=Card.key))
try:
    max(hand) <= hand[0]
except TypeError as e:
    print(e)
import bisect
cards = sorted(hand)
bisect.insort(cards, Card("JH"))
print(cards)
