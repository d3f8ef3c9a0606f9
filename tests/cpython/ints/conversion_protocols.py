class Celsius:
    def __init__(self, n): self.n = n
    def __int__(self): return self.n
    def __float__(self): return self.n + 0.5
    def __index__(self): return self.n
    def __bool__(self): return self.n != 0
    def __complex__(self): return complex(self.n, 1)
    def __round__(self, digits=None): return ("round", digits)
    def __trunc__(self): return 7
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __abs__(self): return "abs"


import math
c = Celsius(3)
print(int(c), float(c), bool(c), bool(Celsius(0)), complex(c), round(c), round(c, 2), math.trunc(c), math.floor(c), math.ceil(c), abs(c))
print([10, 20, 30, 40][c], list(range(c)), hex(c), bin(c), "x" * c, [0] * Celsius(2), "abcdef"[c:], chr(Celsius(65)), (0, 1, 2, 3)[Celsius(-1)])


class BadInt:
    def __int__(self): return "no"
    def __index__(self): return 1.5
    def __float__(self): return 1
    def __bool__(self): return 2
    def __len__(self): return -1


for f in (int, float, bool, len, hex, lambda b: [1][b], range, complex):
    try:
        print(f(BadInt()))
    except Exception as e:
        print(type(e).__name__, e)


class Sized:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n


print(bool(Sized(0)), bool(Sized(2)), len(Sized(4)), not Sized(0))
for bad in (lambda: int(object()), lambda: float([]), lambda: [1, 2]["1"], lambda: range(1.5), lambda: "a" * 1.0, lambda: hex("a"), lambda: round("a"), lambda: math.floor("a"), lambda: len(Sized("x")), lambda: bin(1.5)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, str(e).replace(" or a real number", " or a real number"))
