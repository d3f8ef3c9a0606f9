class Acc:
    def __init__(self, items): self.items = list(items)
    def __repr__(self): return f"Acc({self.items})"
    def __iadd__(self, o):
        self.items.append(o)
        return self
    def __add__(self, o): return Acc(self.items + [("add", o)])
    def __mul__(self, o): return Acc(self.items * o)
    def __isub__(self, o): return "replaced"
    def __ior__(self, o): return NotImplemented
    def __or__(self, o): return f"or {o}"


a = b = Acc([1])
a += 2
print(a, b, a is b)
a *= 2
print(a, b, a is b)
a |= 3
print(a)
b -= 1
print(b)


class All:
    def __getattr__(self, name):
        raise AttributeError(name)
    def __imul__(self, o): return ("*=", o)
    def __itruediv__(self, o): return ("/=", o)
    def __ifloordiv__(self, o): return ("//=", o)
    def __imod__(self, o): return ("%=", o)
    def __ipow__(self, o): return ("**=", o)
    def __ilshift__(self, o): return ("<<=", o)
    def __irshift__(self, o): return (">>=", o)
    def __iand__(self, o): return ("&=", o)
    def __ixor__(self, o): return ("^=", o)
    def __imatmul__(self, o): return ("@=", o)


x = All(); x *= 1; print(x)
x = All(); x /= 1; print(x)
x = All(); x //= 1; print(x)
x = All(); x %= 1; print(x)
x = All(); x **= 1; print(x)
x = All(); x <<= 1; print(x)
x = All(); x >>= 1; print(x)
x = All(); x &= 1; print(x)
x = All(); x ^= 1; print(x)
x = All(); x @= 1; print(x)
try:
    x = All(); x += 1
except TypeError as e:
    print(e)
t = ([1], 2)
try:
    t[0] += [2]
except TypeError as e:
    print(e, t)
l = [[0]] * 2
l[0] += [1]
print(l)
d = {"n": 1}
d["n"] += 1; d["n"] **= 3
print(d)


class Box: v = 1
Box.v += 1
box = Box()
box.v += 10
print(Box.v, box.v)
s = "a"; s += "b"; s *= 2
print(s)
try:
    undefined += 1
except NameError as e:
    print(e)
