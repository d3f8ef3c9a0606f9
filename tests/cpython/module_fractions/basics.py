from fractions import Fraction

a, b = Fraction(1, 2), Fraction(1, 3)
print(a + b, a - b, a * b, a / b, a // b, a % b, a ** 2, a ** -2, -a, abs(-a), a + 1, 2 * a, a + 0.5, 1 / b, a ** 0.5, divmod(Fraction(7, 2), 1), pow(2, Fraction(3)))
print(repr(a), Fraction(6, 4), Fraction(-3, 6), Fraction(3, -6), Fraction("3/4"), Fraction("0.125"), Fraction(0.5), Fraction(0.1), Fraction("1e-2"), Fraction(5), Fraction(" 7/2 "), Fraction(a), a.numerator, b.denominator, Fraction(1.5).as_integer_ratio())
print(a == 0.5, a > b, Fraction(4, 2) == 2, hash(Fraction(2)) == hash(2), sorted([a, b, 0.4]), max(a, b), sum([a, b, Fraction(1, 6)]), float(b), int(Fraction(7, 2)), round(Fraction(7, 2)), round(Fraction(22, 7), 2), Fraction(3.14159).limit_denominator(100), bool(Fraction(0)), f"{b:.3f} {a} {Fraction(7, 2):>8}")
for bad in (lambda: Fraction(1, 0), lambda: Fraction("x"), lambda: Fraction(1.5, 2), lambda: a / 0, lambda: a + "x", lambda: Fraction(float("nan")), lambda: Fraction("1/0"), lambda: Fraction(0) ** -1):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
import math
print(math.floor(Fraction(-7, 2)), math.ceil(Fraction(7, 2)), math.trunc(Fraction(-7, 2)), Fraction(7, 2).is_integer())


def egyptian(f):
    parts = []
    while f:
        d = -(-f.denominator // f.numerator)
        parts.append(Fraction(1, d))
        f -= parts[-1]
    return parts


print(*egyptian(Fraction(7, 15)))
h = Fraction(0)
for n in range(1, 11):
    h += Fraction(1, n)
print(h, float(h))


def continued(x, n=6):
    out = []
    while n:
        out.append(int(x))
        x -= int(x)
        if not x:
            break
        x, n = 1 / x, n - 1
    return out


print(continued(Fraction(415, 93)), [str(Fraction(i, 12)) for i in range(1, 13)])
