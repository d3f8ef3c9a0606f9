class Vec:
    def __init__(self, x, y): self.x, self.y = x, y
    def __repr__(self): return f"Vec({self.x}, {self.y})"
    def __add__(self, o):
        if not isinstance(o, Vec):
            return NotImplemented
        return Vec(self.x + o.x, self.y + o.y)
    def __sub__(self, o): return Vec(self.x - o.x, self.y - o.y)
    def __mul__(self, k):
        if isinstance(k, Vec):
            return self.x * k.x + self.y * k.y
        return Vec(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __truediv__(self, k): return Vec(self.x / k, self.y / k)
    def __floordiv__(self, k): return Vec(self.x // k, self.y // k)
    def __mod__(self, k): return Vec(self.x % k, self.y % k)
    def __divmod__(self, k): return self // k, self % k
    def __pow__(self, k, m=None): return ("pow", k, m)
    def __rpow__(self, k): return ("rpow", k)
    def __matmul__(self, o): return "matmul"
    def __neg__(self): return Vec(-self.x, -self.y)
    def __pos__(self): return self
    def __invert__(self): return Vec(self.y, self.x)
    def __abs__(self): return (self.x ** 2 + self.y ** 2) ** 0.5
    def __bool__(self): return bool(self.x or self.y)
    def __eq__(self, o): return isinstance(o, Vec) and (self.x, self.y) == (o.x, o.y)
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __lshift__(self, o): return ("<<", o)
    def __rrshift__(self, o): return ("r>>", o)
    def __and__(self, o): return ("&", o)
    def __ror__(self, o): return ("r|", o)
    def __xor__(self, o): return ("^", o)


a, b = Vec(3, 4), Vec(1, 2)
print(a + b, a - b, a * 2, 2 * a, a * b, a / 2, a // 2, a % 2, divmod(a, 2), a ** 2, pow(a, 2, 5), 2 ** a, a @ b, -a, +a, ~a, abs(a), bool(Vec(0, 0)))
print(a == Vec(3, 4), a != b, sum([a, b]), a << 1, 1 >> a, a & 1, 1 | a, a ^ 1)
for bad in (lambda: a + 1, lambda: 1 + a, lambda: 1 - a, lambda: a | 1, lambda: a @ 1 + 1, lambda: 1 << a, lambda: a < b, lambda: "s" + a, lambda: [1] + a, lambda: hash(a), lambda: a[0], lambda: len(a), lambda: a(), lambda: 5 in a, lambda: iter(a), lambda: float(a), lambda: 1 // a):
    try:
        print(bad())
    except TypeError as e:
        print(e)
