class Fraction:
    def __init__(self, n, d=1):
        if d == 0:
            raise ZeroDivisionError(f"Fraction({n}, 0)")
        if d < 0:
            n, d = -n, -d
        g = self._gcd(abs(n), d)
        self.n, self.d = n // g, d // g

    @staticmethod
    def _gcd(a, b):
        while b:
            a, b = b, a % b
        return a or 1

    @classmethod
    def parse(cls, text):
        n, _, d = text.partition("/")
        return cls(int(n), int(d or 1))

    def __add__(self, o):
        o = self._coerce(o)
        return NotImplemented if o is NotImplemented else Fraction(self.n * o.d + o.n * self.d, self.d * o.d)

    __radd__ = __add__

    def __mul__(self, o): return Fraction(self.n * o.n, self.d * o.d)
    def __truediv__(self, o): return Fraction(self.n * o.d, self.d * o.n)
    def __neg__(self): return Fraction(-self.n, self.d)
    def __sub__(self, o): return self + -o
    def __eq__(self, o):
        o = self._coerce(o)
        return o is not NotImplemented and (self.n, self.d) == (o.n, o.d)
    def __lt__(self, o): return self.n * o.d < o.n * self.d
    def __hash__(self): return hash((self.n, self.d))
    def __float__(self): return self.n / self.d
    def __bool__(self): return self.n != 0
    def __str__(self): return f"{self.n}/{self.d}" if self.d != 1 else str(self.n)
    def __repr__(self): return f"Fraction({self.n}, {self.d})"

    @classmethod
    def _coerce(cls, o):
        return cls(o) if isinstance(o, int) else o if isinstance(o, cls) else NotImplemented


a, b = Fraction(1, 2), Fraction.parse("3/-4")
print(a + b, a - b, a * b, a / b, -a, a + 1, 1 + a, float(b), bool(Fraction(0)), a == Fraction(2, 4), Fraction(4, 2) == 2, a != "x", {a: 1}[Fraction(2, 4)], sorted([a, b, Fraction(1, 3)]), sum([a, b, a], Fraction(0)))
for bad in (lambda: Fraction(1, 0), lambda: a + "x", lambda: a / Fraction(0), lambda: a < "x", lambda: Fraction.parse("x/y"), lambda: a > 5):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


class Playlist:
    def __init__(self, *songs): self._songs = list(songs)
    def __len__(self): return len(self._songs)
    def __getitem__(self, i):
        result = self._songs[i]
        return Playlist(*result) if isinstance(i, slice) else result
    def __add__(self, other): return Playlist(*self, *other)
    def __contains__(self, song): return any(song.lower() == s.lower() for s in self._songs)
    def __repr__(self): return f"Playlist{tuple(self._songs)}"
    def __reversed__(self): return iter(self._songs[::-1])


p = Playlist("Yesterday", "Help", "Hey Jude")
print(p, p[1:], p[-1], len(p), "HELP" in p, list(reversed(p)), p + Playlist("Let It Be"), [s[0] for s in p], bool(Playlist()))


class Temperature:
    def __init__(self, c): self.c = c
    f = property(lambda self: self.c * 9 / 5 + 32, lambda self, v: setattr(self, "c", (v - 32) * 5 / 9))


t = Temperature(100)
print(t.f)
t.f = 50
print(t.c)


class Chain:
    def __init__(self, path=""): self._path = path
    def __getattr__(self, name): return Chain(f"{self._path}/{name}")
    def __call__(self, **q): return self._path + ("?" + "&".join(f"{k}={v}" for k, v in q.items()) if q else "")
    def __truediv__(self, part): return Chain(f"{self._path}/{part}")


print(Chain().users.list(), (Chain() / "repos" / 5).issues(page=2, sort="asc"))


class Meta:
    instances = []
    def __new__(cls, *a, **k):
        self = super().__new__(cls)
        cls.instances.append(self)
        return self
    def __init__(self, tag): self.tag = tag
    def __del__(self): pass


print([Meta("a").tag, Meta("b").tag], len(Meta.instances), [m.tag for m in Meta.instances])
