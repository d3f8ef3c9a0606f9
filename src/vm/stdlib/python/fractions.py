import math
import operator
import re
import sys
from numbers import Complex, Rational

__all__ = ["Fraction"]
_LITERAL = re.compile(r"\s*([-+]?)(?=\d|\.\d)(\d*|\d+(?:_\d+)*)(?:\s*/\s*(\d+(?:_\d+)*)|(?:\.(\d*|\d+(?:_\d+)*))?(?:[eE]([-+]?\d+(?:_\d+)*))?)\s*")
_SPEC = re.compile(r"(?:(.)?([<>=^]))?([-+ ]?)(z?)(#?)(0?(?=[0-9]))?(\d+)?([,_])?(?:\.(\d+))?([eEfFgG%]?)", re.DOTALL)


def _half_even(a, b):
    """a / b for integers, to the nearest one; b is positive."""
    q, r = divmod(a, b)
    return q + (2 * r > b or 2 * r == b and q % 2)


def _scaled(n, d, exponent):
    """n / d / 10 ** exponent, to the nearest integer."""
    return _half_even(n, d * 10 ** exponent) if exponent >= 0 else _half_even(n * 10 ** -exponent, d)


def _made(n, d):
    self = object.__new__(Fraction)
    self._numerator, self._denominator = n, d
    return self


def _reduced(n, d):
    if d < 0:
        n, d = -n, -d
    g = math.gcd(n, d)
    return _made(n // g, d // g)


def _operator(exact, other, names, complexes=True):
    """The two methods of an operator: `exact` takes Fractions or ints, `other` what else there is."""
    def forward(a, b):
        if isinstance(b, Fraction):
            return exact(a, b)
        if isinstance(b, int):
            return exact(a, Fraction(b))
        if isinstance(b, float):
            return other(float(a), b)
        if isinstance(b, complex) and complexes:
            return other(complex(a), b)
        return NotImplemented

    def reverse(b, a):
        if isinstance(a, Rational):
            return exact(Fraction(a), b)
        if isinstance(a, float):
            return other(a, float(b))
        if isinstance(a, complex) and complexes:
            return other(a, complex(b))
        return NotImplemented

    forward.__name__, reverse.__name__ = names
    return forward, reverse


def _div(a, b):
    if not b._numerator:
        raise ZeroDivisionError(f"Fraction({b._denominator}, 0)")
    return _reduced(a._numerator * b._denominator, a._denominator * b._numerator)


def _divmod(a, b):
    da, db = a._denominator, b._denominator
    q, n = divmod(a._numerator * db, da * b._numerator)
    return q, _reduced(n, da * db)


def _mod(a, b):
    da, db = a._denominator, b._denominator
    return _reduced(a._numerator * db % (b._numerator * da), da * db)


class Fraction(Rational):
    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        self = object.__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                n, d = numerator, 1
            elif isinstance(numerator, Rational):
                n, d = numerator.numerator, numerator.denominator
            elif isinstance(numerator, str):
                n, d = cls._parse(numerator)
            elif not isinstance(numerator, type) and hasattr(numerator, "as_integer_ratio"):
                n, d = numerator.as_integer_ratio()
            else:
                raise TypeError("argument should be a string or a Rational instance")
        elif type(numerator) is int is type(denominator):
            n, d = numerator, denominator
        elif isinstance(numerator, Rational) and isinstance(denominator, Rational):
            n, d = numerator.numerator * denominator.denominator, denominator.numerator * numerator.denominator
        else:
            raise TypeError("both arguments should be Rational instances")
        if d == 0:
            raise ZeroDivisionError(f"Fraction({n}, 0)")
        if d != 1:
            g = math.gcd(n, d)
            if d < 0:
                g = -g
            n, d = n // g, d // g
        self._numerator, self._denominator = n, d
        return self

    @staticmethod
    def _parse(text):
        found = _LITERAL.fullmatch(text)
        if found is None:
            raise ValueError(f"Invalid literal for Fraction: {text!r}")
        sign, whole, d, part, exponent = found.groups()
        n, d = int(whole or "0"), int(d or "1")
        if part:
            part = part.replace("_", "")
            n, d = n * 10 ** len(part) + int(part), 10 ** len(part)
        if exponent:
            exponent = int(exponent)
            n, d = (n * 10 ** exponent, d) if exponent >= 0 else (n, d * 10 ** -exponent)
        return -n if sign == "-" else n, d

    @classmethod
    def from_float(cls, f):
        if isinstance(f, (int, float)):
            return cls(*f.as_integer_ratio())
        raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")

    @classmethod
    def from_decimal(cls, dec):
        from decimal import Decimal  # for from_decimal
        if isinstance(dec, (int, Decimal)):
            return cls(*dec.as_integer_ratio())
        raise TypeError(f"{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})")

    numerator = property(lambda self: self._numerator)
    denominator = property(lambda self: self._denominator)

    def is_integer(self):
        return self._denominator == 1

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The nearest fraction with a denominator that is no larger, by continued fractions."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        n, d = self._numerator, self._denominator
        p0, q0, p1, q1 = 0, 1, 1, 0
        while q0 + n // d * q1 <= max_denominator:
            a = n // d
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q0 + a * q1
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        # The last convergent, or the last semiconvergent that fits.
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return _made(p1, q1)
        return _made(p0 + k * p1, q0 + k * q1)

    def __repr__(self):
        return f"{self.__class__.__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f"{self._numerator}/{self._denominator}"

    def __format__(self, spec, /):
        found = _SPEC.fullmatch(spec)
        if found is None or found[10] == "" and (found[4] or found[6] or found[9]):
            raise ValueError(f"Invalid format specifier {spec!r} for object of type {type(self).__name__!r}")
        fill, align, sign, no_neg_zero, alt, zero, width, group, precision, kind = found.groups()
        if zero and align:
            raise ValueError(f"Invalid format specifier {spec!r} for object of type {type(self).__name__!r}")
        fill, align, width = fill or " ", align or ">", int(width or 0)
        n, d, tail = abs(self._numerator), self._denominator, ""
        negative = self._numerator < 0
        if not kind:
            body = format(n, group or "")
            if d > 1 or alt:
                body += f"/{format(d, group or '')}"
        else:
            precision = 6 if precision is None else int(precision)
            if kind in "fF%":
                exponent = -precision
                if kind == "%":
                    exponent -= 2
                digits, point, scientific = _scaled(n, d, exponent), precision, False
            else:
                figures = max(precision, 1) if kind in "gG" else precision + 1
                if n:
                    size = len(str(n)) - len(str(d))
                    if n * 10 ** max(-size, 0) < d * 10 ** max(size, 0):
                        size -= 1
                    exponent = size + 1 - figures
                    digits = _scaled(n, d, exponent)
                    if len(str(digits)) > figures:
                        digits, exponent = digits // 10, exponent + 1
                else:
                    digits, exponent = 0, 1 - figures
                scientific = kind in "eE" or not -4 <= exponent + figures - 1 < figures
                point = figures - 1 if scientific else -exponent
                if scientific:
                    tail = f"{'E' if kind in 'EG' else 'e'}{exponent + point:+03}"
            if no_neg_zero and not digits:
                negative = False
            shown = f"{digits:0{point + 1}}"
            whole, part = (shown[:-point], shown[-point:]) if point > 0 else (shown, "")
            if kind in "gG" and not alt:
                part = part.rstrip("0")
            tail = ("." if part or alt else "") + part + tail + ("%" if kind == "%" else "")
            body = whole
            if zero:
                least = width - len(tail) - (negative or sign in ("+", " "))
                body = body.zfill(3 * least // 4 + 1 if group else least)
                if group:
                    body = body.zfill(1)
            if group:
                first = 1 + (len(body) - 1) % 3
                body = body[:first] + "".join(group + body[i:i + 3] for i in range(first, len(body), 3))
            body += tail
        prefix = "-" if negative else sign if sign in ("+", " ") else ""
        pad = width - len(prefix) - len(body)
        if pad > 0:
            if align == "=":
                return prefix + fill * pad + body
            left = pad if align == ">" else 0 if align == "<" else pad // 2
            return fill * left + prefix + body + fill * (pad - left)
        return prefix + body

    __add__, __radd__ = _operator(lambda a, b: _reduced(a._numerator * b._denominator + b._numerator * a._denominator,
        a._denominator * b._denominator), operator.add, ("__add__", "__radd__"))
    __sub__, __rsub__ = _operator(lambda a, b: _reduced(a._numerator * b._denominator - b._numerator * a._denominator,
        a._denominator * b._denominator), operator.sub, ("__sub__", "__rsub__"))
    __mul__, __rmul__ = _operator(lambda a, b: _reduced(a._numerator * b._numerator, a._denominator * b._denominator),
        operator.mul, ("__mul__", "__rmul__"))
    __truediv__, __rtruediv__ = _operator(_div, operator.truediv, ("__truediv__", "__rtruediv__"))
    __floordiv__, __rfloordiv__ = _operator(lambda a, b: (a._numerator * b._denominator) // (a._denominator * b._numerator),
        operator.floordiv, ("__floordiv__", "__rfloordiv__"), False)
    __mod__, __rmod__ = _operator(_mod, operator.mod, ("__mod__", "__rmod__"), False)
    __divmod__, __rdivmod__ = _operator(_divmod, divmod, ("__divmod__", "__rdivmod__"), False)

    def __pow__(a, b):
        if isinstance(b, Rational):
            if b.denominator != 1:
                return float(a) ** float(b)
            power, n, d = b.numerator, a._numerator, a._denominator
            if power < 0:
                if not n:
                    raise ZeroDivisionError(f"Fraction({d ** -power}, 0)")
                power, n, d = -power, d, n
            n, d = n ** power, d ** power
            return _made(-n, -d) if d < 0 else _made(n, d)
        if isinstance(b, (float, complex)):
            return float(a) ** b
        return NotImplemented

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, Rational):
            return Fraction(a) ** b
        return a ** b._numerator if b._denominator == 1 else a ** float(b)

    def __pos__(self):
        return _made(self._numerator, self._denominator)

    def __neg__(self):
        return _made(-self._numerator, self._denominator)

    def __abs__(self):
        return _made(abs(self._numerator), self._denominator)

    def __int__(self):
        return -(-self._numerator // self._denominator) if self._numerator < 0 else self._numerator // self._denominator

    __trunc__ = __int__

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            return _half_even(self._numerator, self._denominator)
        n = _scaled(self._numerator, self._denominator, -ndigits)
        return Fraction(n, 10 ** ndigits) if ndigits > 0 else Fraction(n * 10 ** -ndigits)

    def __hash__(self):
        p = sys.hash_info.modulus
        try:
            h = abs(self._numerator) * pow(self._denominator, -1, p) % p
        except ValueError:
            h = sys.hash_info.inf
        h = -h if self._numerator < 0 else h
        return -2 if h == -1 else h

    def __eq__(a, b):
        if isinstance(b, Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, Complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            return a == Fraction(b) if math.isfinite(b) else 0.0 == b
        return NotImplemented

    def _compare(a, b, op):
        if isinstance(b, Rational):
            return op(a._numerator * b.denominator, a._denominator * b.numerator)
        if isinstance(b, float):
            return op(a, Fraction(b)) if math.isfinite(b) else op(0.0, b)
        return NotImplemented

    def __lt__(a, b):
        return a._compare(b, operator.lt)

    def __gt__(a, b):
        return a._compare(b, operator.gt)

    def __le__(a, b):
        return a._compare(b, operator.le)

    def __ge__(a, b):
        return a._compare(b, operator.ge)

    def __bool__(self):
        return self._numerator != 0

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)
