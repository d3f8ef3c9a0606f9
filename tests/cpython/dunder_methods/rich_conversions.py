class Ratio:
    def __init__(self, n, d): self.n, self.d = n, d
    def __int__(self): return self.n // self.d
    def __float__(self): return self.n / self.d
    def __complex__(self): return complex(float(self))
    def __index__(self): return int(self)
    def __round__(self, nd=None): return f"round {nd}"
    def __trunc__(self): return int(self)
    def __floor__(self): return self.n // self.d
    def __ceil__(self): return -(-self.n // self.d)
    def __str__(self): return f"{self.n}/{self.d}"
    def __bytes__(self): return str(self).encode()
    def __format__(self, spec): return format(float(self), spec) if spec else str(self)
    def __bool__(self): return self.n != 0
    def __hash__(self): return hash(float(self))
    def __eq__(self, o): return float(self) == float(o)
    def __lt__(self, o): return float(self) < float(o)
    def __radd__(self, o): return o + float(self)


import math
r = Ratio(7, 2)
print(int(r), float(r), complex(r), round(r), round(r, 1), math.trunc(r), math.floor(r), math.ceil(r), str(r), bytes(r), f"{r} {r:.3f} {r!s:>6}", bool(r), bool(Ratio(0, 1)))
print("abcdef"[r], [0] * r, hex(r), list(range(r)), r == 3.5, hash(r) == hash(3.5), {3.5: "x"}[r], sorted([Ratio(3, 1), r, Ratio(1, 1)], key=float)[0].n, max(r, Ratio(9, 2)).n, sum([r, r]), math.sqrt(Ratio(9, 1)), math.gcd(Ratio(12, 1), 8), "%d %s %.1f" % (r, r, r), chr(Ratio(65, 1)), divmod(10, int(r)))
print("x".ljust(r, "."), (1, 2, 3, 4, 5)[r:], bin(r), [1, 2, 3, 4][-1 if r else 0], int.from_bytes(bytes([r]), "big"), "ab".center(Ratio(6, 1)) + "|", bytearray(r), " " * r == "   ")


class Weird:
    def __index__(self): return 2 ** 70
    def __len__(self): return 2 ** 70
    def __str__(self): return 5
    def __float__(self): return "x"
    def __int__(self): return 1.5
    def __bool__(self): return "yes"
    def __hash__(self): return 1.5
    def __bytes__(self): return "b"
    def __format__(self, s): return 5
    def __iter__(self): return 5
    def __contains__(self, x): return []
    def __dir__(self): return 5
    def __repr__(self): return None
    def __complex__(self): return 5
    def __length_hint__(self): return "x"


w = Weird()
for f in (lambda: [1][w], lambda: len(w), lambda: str(w), lambda: float(w), lambda: int(w), lambda: bool(w), lambda: hash(w), lambda: bytes(w), lambda: f"{w}", lambda: list(w), lambda: 1 in w, lambda: dir(w), lambda: repr(w), lambda: complex(w), lambda: "a" * w, lambda: not w, lambda: w and 1, lambda: range(w)[0], lambda: {w: 1}, lambda: print(w)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
