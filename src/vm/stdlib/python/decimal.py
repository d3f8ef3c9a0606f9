import contextvars as _contextvars
import math as _math
import numbers as _numbers
import re as _re
import sys as _sys
from collections import namedtuple as _namedtuple
from _awaitscope import tp_name as _tp_name

ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING = "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_CEILING"
ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN, ROUND_05UP = "ROUND_FLOOR", "ROUND_UP", "ROUND_HALF_DOWN", "ROUND_05UP"
_ROUNDINGS = (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP)
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN, MIN_ETINY = -MAX_EMAX, -1999999999999999997
HAVE_THREADS = HAVE_CONTEXTVAR = True


class DecimalException(ArithmeticError): pass
class Clamped(DecimalException): pass
class InvalidOperation(DecimalException): pass
class ConversionSyntax(InvalidOperation): pass
class DivisionByZero(DecimalException, ZeroDivisionError): pass
class DivisionImpossible(InvalidOperation): pass
class DivisionUndefined(InvalidOperation, ZeroDivisionError): pass
class InvalidContext(InvalidOperation): pass
class Inexact(DecimalException): pass
class Rounded(DecimalException): pass
class Subnormal(DecimalException): pass
class Overflow(Inexact, Rounded): pass
class Underflow(Inexact, Rounded, Subnormal): pass
class FloatOperation(DecimalException, TypeError): pass


_SIGNALS = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped)
_SHOWN = (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow)
DecimalTuple = _namedtuple("DecimalTuple", "sign digits exponent")
_NUMBER = _re.compile(r"([-+])?(?:(?=\d|\.\d)(\d*)(?:\.(\d*))?(?:e([-+]?\d+))?|inf(?:inity)?|(s)?nan(\d*))", _re.I)
_SPEC = _re.compile(r"(?:(.)?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\d+)?(,)?(?:\.(\d+))?([eEfFgGn%])?", _re.DOTALL)


def _size(n):
    """How many digits a coefficient has; 0 has one."""
    return len(str(n)) if n < 10 ** 4000 else _big_size(n)


def _big_size(n):
    size = int(n.bit_length() * 0.30102999566398) + 1
    return size + (n >= 10 ** size)


def _rounded(n, drop, sign, rounding):
    """n / 10 ** drop as an integer, and whether something was lost."""
    unit = 10 ** drop
    q, r = divmod(n, unit)
    if not r:
        return q, False
    if rounding == ROUND_HALF_EVEN:
        up = 2 * r > unit or 2 * r == unit and q & 1
    elif rounding == ROUND_HALF_UP:
        up = 2 * r >= unit
    elif rounding == ROUND_HALF_DOWN:
        up = 2 * r > unit
    elif rounding == ROUND_05UP:
        up = q % 5 == 0
    else:
        up = rounding == ROUND_UP or rounding == (ROUND_FLOOR if sign else ROUND_CEILING)
    return q + up, True


def _finite(s, n, e):
    self = object.__new__(Decimal)
    self._s, self._n, self._e, self._k = s, n, e, ""
    return self


def _special(kind, s=0, n=0):
    """An infinity (`F`), a NaN (`n`), a signaling NaN (`N`)."""
    self = object.__new__(Decimal)
    self._s, self._n, self._e, self._k = s, n, 0, kind
    return self


class Context:
    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        base = DefaultContext if "DefaultContext" in globals() else None
        for name, value, default in (("prec", prec, 28), ("rounding", rounding, ROUND_HALF_EVEN), ("Emin", Emin, -999999),
                ("Emax", Emax, 999999), ("capitals", capitals, 1), ("clamp", clamp, 0)):
            setattr(self, name, value if value is not None else getattr(base, name) if base else default)
        self.traps = _Signals(traps if traps is not None else [s for s, on in base.traps.items() if on])
        self.flags = _Signals(flags or ())

    def __setattr__(self, name, value):
        if name == "rounding":
            if value not in _ROUNDINGS:
                raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                    "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        elif name in _LIMITS:
            if not isinstance(value, int):
                raise TypeError("an integer is required")
            low, high, text = _LIMITS[name]
            if not low <= value <= high:
                raise ValueError(f"valid {text}")
        elif name in ("flags", "traps"):
            if not isinstance(value, _Signals):
                value = _Signals(value)
        else:
            raise AttributeError(f"'decimal.Context' object has no attribute {name!r}")
        object.__setattr__(self, name, value)

    def __repr__(self):
        shown = [f"[{', '.join(s.__name__ for s in _SHOWN if which[s])}]" for which in (self.flags, self.traps)]
        return f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, " \
            f"capitals={self.capitals}, clamp={self.clamp}, flags={shown[0]}, traps={shown[1]})"

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
            [s for s, on in self.flags.items() if on], [s for s, on in self.traps.items() if on])

    __copy__ = copy

    def clear_flags(self):
        for signal in self.flags:
            self.flags[signal] = False

    def clear_traps(self):
        for signal in self.traps:
            self.traps[signal] = False

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def create_decimal(self, num="0", /):
        return Decimal(num, self)._fix(self)

    def create_decimal_from_float(self, f, /):
        return Decimal.from_float(f)._fix(self)

    def _signal(self, *raised):
        """Sets flags, and raises if one of them is trapped."""
        names = [InvalidOperation if issubclass(signal, InvalidOperation) else signal for signal in raised]
        for signal in names:
            self.flags[signal] = True
        trapped = sorted((_SIGNALS.index(signal), i) for i, signal in enumerate(names) if self.traps[signal])
        if trapped:
            raise _SIGNALS[trapped[0][0]]([raised[i] for _, i in trapped])

    def _with(self, prec):
        c = self.copy()
        c.prec = prec
        return c


_LIMITS = {"prec": (1, MAX_PREC, "range for prec is [1, MAX_PREC]"), "Emin": (MIN_EMIN, 0, "range for Emin is [MIN_EMIN, 0]"),
    "Emax": (0, MAX_EMAX, "range for Emax is [0, MAX_EMAX]"), "capitals": (0, 1, "values for capitals are [0, 1]"),
    "clamp": (0, 1, "values for clamp are [0, 1]")}


class _Signals(dict):
    def __init__(self, on):
        dict.__init__(self, on if isinstance(on, dict) else ((s, s in on) for s in _SIGNALS))

    def __repr__(self):
        return "{" + ", ".join(f"{s}:{on}" for s, on in self.items()) + "}"


def _to_decimal(other):
    """An operand, or NotImplemented."""
    if isinstance(other, Decimal):
        return other
    return _finite(int(other < 0), abs(other), 0) if isinstance(other, int) else NotImplemented


def _method(f):
    """A binary operator: converts the other operand, takes care of NaNs."""
    def operator(self, other, *context):
        other = _to_decimal(other)
        if other is NotImplemented:
            return other
        context = context[0] if context and context[0] is not None else getcontext()
        nan = self._k in ("n", "N") or other._k in ("n", "N")
        return self._nan(other, context) if nan else f(self, other, context)
    return operator


def _reflected(f):
    def operator(self, other):
        other = _to_decimal(other)
        return other if other is NotImplemented else f(other, self)
    return operator


def _named(name, operator):
    """An operator as a method that takes a context."""
    def method(self, other, context=None):
        other = _convert(other)
        return operator(self, other, context)
    method.__name__ = name
    return method


def _convert(other):
    result = _to_decimal(other)
    if result is NotImplemented:
        raise TypeError(f"conversion from {type(other).__name__} to Decimal is not supported")
    return result


class Decimal:
    __slots__ = ("_s", "_n", "_e", "_k")

    def __new__(cls, value="0", context=None):
        s, n, e, k = 0, 0, 0, ""
        if isinstance(value, str):
            found = _NUMBER.fullmatch(value.strip().replace("_", ""))
            if found is None:
                (context or getcontext())._signal(ConversionSyntax)
                k = "n"
            else:
                sign, whole, part, exponent, signaling, payload = found.groups()
                s = int(sign == "-")
                if whole is not None:
                    part = part or ""
                    n, e = int((whole + part) or "0"), int(exponent or 0) - len(part)
                elif payload is None:
                    k = "F"
                else:
                    k, n = "N" if signaling else "n", int(payload or 0)
        elif isinstance(value, Decimal):
            s, n, e, k = value._s, value._n, value._e, value._k
        elif isinstance(value, int):
            s, n = int(value < 0), abs(value)
        elif isinstance(value, float):
            context = context or getcontext()
            context.flags[FloatOperation] = True
            if context.traps[FloatOperation]:
                raise FloatOperation([FloatOperation])
            return cls.from_float(value)
        elif isinstance(value, (tuple, list)):
            if len(value) != 3:
                raise ValueError("argument must be a sequence of length 3")
            s, digits, e = value
            if s not in (0, 1):
                raise ValueError("sign must be an integer with the value 0 or 1")
            for digit in digits:
                if not isinstance(digit, int) or not 0 <= digit <= 9:
                    raise ValueError("coefficient must be a tuple of digits")
                n = n * 10 + digit
            if isinstance(e, str):
                if e not in ("F", "n", "N"):
                    raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
                k, e = e, 0
            elif not isinstance(e, int):
                raise ValueError("exponent must be an integer")
        else:
            raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
        self = object.__new__(cls)
        self._s, self._n, self._e, self._k = s, n, e, k
        return self

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError("argument must be int or float")
        if _math.isfinite(f):
            n, d = abs(f).as_integer_ratio()
            k = d.bit_length() - 1
            result = _finite(int(_math.copysign(1, f) < 0), n * 5 ** k, -k)
        else:
            result = _special("n" if f != f else "F", int(f < 0))
        return result if cls is Decimal else cls(result)

    # What is done with every result.

    def _fix(self, context, *signals):
        """Rounds to the context's precision and range."""
        if self._k:
            if self._k in "nN" and self._n and _size(self._n) > context.prec - context.clamp:
                return _special(self._k, self._s, self._n % 10 ** (context.prec - context.clamp))
            return self
        s, n, e = self._s, self._n, self._e
        tiny, top = context.Emin - context.prec + 1, context.Emax - context.prec + 1
        if not n:
            fitted = min(max(e, tiny), top if context.clamp else context.Emax)
            if fitted == e:
                return self
            context._signal(Clamped)
            return _finite(s, 0, fitted)
        size = _size(n)
        if e + size - 1 > context.Emax:
            return self._overflow(context)
        least = size + e - context.prec
        subnormal = least < tiny
        least = max(least, tiny)
        if e < least:
            n, inexact = _rounded(n, min(least - e, size + 1), s, context.rounding)
            e = least
            if _size(n) > context.prec:
                n, e = n // 10, e + 1
            if e + _size(n) - 1 > context.Emax:
                return self._overflow(context)
            raised = [Underflow, Subnormal] if inexact and subnormal else [Subnormal] if subnormal else []
            raised += [Inexact, Rounded] if inexact else [Rounded]
            if not n:
                raised.append(Clamped)
            context._signal(*raised)
            return _finite(s, n, e)
        if subnormal:
            context._signal(Subnormal)
        if context.clamp and e > top:
            context._signal(Clamped)
            return _finite(s, n * 10 ** (e - top), top)
        return self

    def _overflow(self, context):
        rounding, s = context.rounding, self._s
        context._signal(Overflow, Inexact, Rounded)
        if rounding in (ROUND_DOWN, ROUND_05UP) or rounding == (ROUND_CEILING if s else ROUND_FLOOR):
            return _finite(s, 10 ** context.prec - 1, context.Emax - context.prec + 1)
        return _special("F", s)

    def _nan(self, other, context):
        """The result of an operation on NaNs; a signaling one comes first."""
        for x in (self, other):
            if x is not None and x._k == "N":
                context._signal(InvalidOperation)
                return _special("n", x._s, x._n)._fix(context)
        return (self if self._k == "n" else other)._fix(context)

    def _invalid(self, context, signal=InvalidOperation):
        context._signal(signal)
        return _special("n")

    # Arithmetic.

    @_method
    def __add__(self, other, context):
        if self._k or other._k:
            if self._k and other._k and self._s != other._s:
                return self._invalid(context)
            return self if self._k else other
        s, n, e = self._s, self._n, self._e
        s2, n2, e2 = other._s, other._n, other._e
        if n and n2:
            # What is far below the last digit that counts only tells which way to round.
            if e > e2:
                n, e, n2, e2, s, s2 = n2, e2, n, e, s2, s
            far = _size(n2) + e2 - context.prec - 3
            if e2 > e and _size(n) + e < far:
                n, e = 1, min(far, e2 - 1)
        low = min(e, e2)
        n, n2 = n * 10 ** (e - low), n2 * 10 ** (e2 - low)
        total = (-n if s else n) + (-n2 if s2 else n2)
        sign = total < 0 if total else s and s2 or s != s2 and context.rounding == ROUND_FLOOR
        return _finite(int(sign), abs(total), low)._fix(context)

    def __sub__(self, other, context=None):
        other = _to_decimal(other)
        if other is NotImplemented:
            return other
        return self.__add__(other if other._k in ("n", "N") else other.copy_negate(), context)

    @_method
    def __mul__(self, other, context):
        s = self._s ^ other._s
        if self._k or other._k:
            if not self or not other:
                return self._invalid(context)
            return _special("F", s)
        return _finite(s, self._n * other._n, self._e + other._e)._fix(context)

    @_method
    def __truediv__(self, other, context):
        s = self._s ^ other._s
        if self._k:
            return self._invalid(context) if other._k else _special("F", s)
        if other._k:
            context._signal(Clamped)
            return _finite(s, 0, context.Emin - context.prec + 1)
        if not other._n:
            if not self._n:
                return self._invalid(context, DivisionUndefined)
            context._signal(DivisionByZero)
            return _special("F", s)
        ideal = self._e - other._e
        if not self._n:
            return _finite(s, 0, ideal)._fix(context)
        shift = max(_size(other._n) - _size(self._n) + context.prec + 1, 0)
        n, rest = divmod(self._n * 10 ** shift, other._n)
        e = ideal - shift
        if rest:
            # So that it does not look like a half, or exact.
            n += n % 5 == 0
        else:
            while e < ideal and n % 10 == 0:
                n, e = n // 10, e + 1
        return _finite(s, n, e)._fix(context)

    def _divide(self, other, context):
        """The quotient as an integer and the remainder, of finite numbers."""
        ideal = min(self._e, other._e)
        if not self._n:
            return _finite(self._s ^ other._s, 0, 0), _finite(self._s, 0, ideal)
        if self.adjusted() - other.adjusted() > context.prec + 1:
            return None
        q, r = divmod(self._n * 10 ** (self._e - ideal), other._n * 10 ** (other._e - ideal))
        return None if q >= 10 ** context.prec else (_finite(self._s ^ other._s, q, 0), _finite(self._s, r, ideal))

    def _division(self, other, context, which):
        s = self._s ^ other._s
        if self._k:
            return self._invalid(context) if other._k or which else _special("F", s)
        if other._k:
            return self._fix(context) if which else _finite(s, 0, 0)
        if not other._n:
            if not self._n or which:
                return self._invalid(context, InvalidOperation if self._n else DivisionUndefined)
            context._signal(DivisionByZero)
            return _special("F", s)
        found = self._divide(other, context)
        if found is None:
            return self._invalid(context, DivisionImpossible)
        return found[which]._fix(context)

    @_method
    def __floordiv__(self, other, context):
        return self._division(other, context, 0)

    @_method
    def __mod__(self, other, context):
        return self._division(other, context, 1)

    def __divmod__(self, other, context=None):
        number = _to_decimal(other)
        if number is NotImplemented:
            return number
        if not number and self and not self._k and not number._k:
            context = context or getcontext()
            context._signal(DivisionByZero, InvalidOperation)
            return _special("F", self._s ^ number._s), _special("n")
        return self.__floordiv__(other, context), self.__mod__(other, context)

    @_method
    def remainder_near(self, other, context):
        if self._k or not other._n and not other._k:
            return self._invalid(context, DivisionUndefined if not self._k and not self._n else InvalidOperation)
        if other._k:
            return self._fix(context)
        ideal = min(self._e, other._e)
        a, b = self._n * 10 ** (self._e - ideal), other._n * 10 ** (other._e - ideal)
        q, r = divmod(a, b)
        if 2 * r + (q & 1) > b:
            r, q = r - b, q + 1
        if q >= 10 ** context.prec:
            return self._invalid(context, DivisionImpossible)
        return _finite(self._s ^ (r < 0), abs(r), ideal)._fix(context)

    def __pow__(self, other, modulo=None, context=None):
        other = _to_decimal(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        if modulo is not None:
            return self._power_modulo(other, modulo, context)
        if self._k in ("n", "N") or other._k in ("n", "N"):
            return self._nan(other, context)
        if not other:
            return self._invalid(context) if not self else _finite(0, 1, 0)
        whole = other._is_whole()
        s = int(self._s and whole and not other._k and other._n * 10 ** max(other._e, 0) // 10 ** max(-other._e, 0) & 1)
        if self._s and not (whole and not other._k):
            if self:
                return self._invalid(context)
        if not self:
            if other._s:
                return _special("F", s)
            return _finite(s, 0, 0)
        if self._k:
            return _finite(s, 0, 0) if other._s else _special("F", s)
        size = self.copy_abs().compare(_one)
        if other._k:
            if size == 0:
                context._signal(Inexact, Rounded)
                return _finite(0, 10 ** (context.prec - 1), 1 - context.prec)
            return _special("F", 0) if (size > 0) == (not other._s) else _finite(0, 0, 0)
        if whole and other.adjusted() < 10:
            k = int(other)
            # The exact power, if it is not too long.
            if abs(k) * _size(self._n) < 20000:
                power = _finite(s, self._n ** abs(k), self._e * abs(k))
                if k > 0:
                    return power._fix(context)
                ideal = -power._e
                result = _one.__truediv__(power, context)
                if size == 0 or result._e > ideal:
                    result = result._fix(context)
                return result
        if size == 0:
            context._signal(Inexact, Rounded)
            return _finite(s, 10 ** (context.prec - 1), 1 - context.prec)
        if self.adjusted() * int(other) * (-1 if other._s else 1) > 10 ** 20:
            return _special("F", s)
        exact = self._exact_root(other, context)
        if exact is not None:
            return exact
        prec = context.prec + 8
        bound = (abs(self.adjusted()) + 1) * (abs(other._n) * 10 ** max(other._e, 0) // 10 ** max(-other._e, 0) + 1)
        if bound > 4 * max(context.Emax, -context.Emin):
            up = (self.adjusted() >= 0) != bool(other._s)
            return _finite(s, 1, context.Emax + 1)._fix(context) if up else _finite(s, 1, context.Emin - 2 * context.prec)._fix(context)
        prec += len(str(bound))
        log = _ln(self._n, self._e, prec + 5)
        power = _fixed_mul(log, other, prec + 5)
        n, e = _exp(power, prec + 5, prec)
        return _finite(s, n * 10 + 1, e - 1)._fix(context)

    def _exact_root(self, other, context):
        """The power if it is exact for an exponent that is no integer: a square root, say."""
        n, d = other.as_integer_ratio()
        if not 1 < d <= 64 or d & (d - 1) or abs(n) > 100:
            return None
        root = self
        wide = context._with(context.prec + 20)
        wide.clear_traps()
        while d > 1:
            wide.clear_flags()
            root = root.sqrt(wide)
            if wide.flags[Inexact]:
                return None
            d //= 2
        result = root.__pow__(Decimal(n), None, context)
        pad = context.prec - _size(result._n)
        return _finite(0, result._n * 10 ** pad, result._e - pad)._fix(context)

    def _power_modulo(self, other, modulo, context):
        modulo = _to_decimal(modulo)
        if modulo is NotImplemented:
            return modulo
        for x in (self, other, modulo):
            if x._k or not x._is_whole():
                return self._invalid(context)
        if other._s or not modulo or modulo.adjusted() >= context.prec or not self and not other:
            return self._invalid(context)
        result = pow(abs(int(self)), int(other), abs(int(modulo)))
        return _finite(int(self._s and int(other) & 1), result, 0)

    def __neg__(self, context=None):
        context = context or getcontext()
        if self._k in ("n", "N"):
            return self._nan(None, context)
        if not self and context.rounding != ROUND_FLOOR:
            return self.copy_abs()._fix(context)
        return self.copy_negate()._fix(context)

    def __pos__(self, context=None):
        context = context or getcontext()
        if self._k in ("n", "N"):
            return self._nan(None, context)
        if not self and context.rounding != ROUND_FLOOR:
            return self.copy_abs()._fix(context)
        return self._plain()._fix(context)

    def __abs__(self, context=None):
        return self.__neg__(context) if self._s else self.__pos__(context)

    def _plain(self):
        return self if type(self) is Decimal else Decimal(self)

    def fma(self, other, third, context=None):
        other, third = _convert(other), _convert(third)
        context = context or getcontext()
        if "n" in (self._k + other._k + third._k).lower() or self._k or other._k:
            return self.__mul__(other, context).__add__(third, context)
        return _finite(self._s ^ other._s, self._n * other._n, self._e + other._e).__add__(third, context)

    __radd__ = __add__
    __rmul__ = __mul__
    __rsub__ = _reflected(lambda a, b: a - b)
    __rtruediv__ = _reflected(lambda a, b: a / b)
    __rfloordiv__ = _reflected(lambda a, b: a // b)
    __rmod__ = _reflected(lambda a, b: a % b)
    __rdivmod__ = _reflected(divmod)
    __rpow__ = _reflected(pow)

    # Comparison.

    def _cmp(self, other):
        """-1, 0 or 1; neither is a NaN."""
        a, b = (-1) ** self._s, (-1) ** other._s
        if self._k or other._k:
            a, b = a if self._k else 0, b if other._k else 0
            return (a > b) - (a < b)
        if not self._n or not other._n:
            a, b = a if self._n else 0, b if other._n else 0
            return (a > b) - (a < b)
        if a != b:
            return a
        size = self.adjusted() - other.adjusted()
        if size:
            return a if size > 0 else -a
        low = min(self._e, other._e)
        x, y = self._n * 10 ** (self._e - low), other._n * 10 ** (other._e - low)
        return a * ((x > y) - (x < y))

    def _comparable(self, other, equality=False):
        """The two numbers to compare, or NotImplemented."""
        if isinstance(other, (Decimal, int)):
            return self, _to_decimal(other)
        if isinstance(other, float):
            context = getcontext()
            context.flags[FloatOperation] = True
            if not equality and context.traps[FloatOperation]:
                raise FloatOperation([FloatOperation])
            return self, Decimal.from_float(other)
        if isinstance(other, _numbers.Rational):
            if self._k:
                return self, _finite(0, 0, 0)
            return _finite(self._s, self._n * other.denominator, self._e), Decimal(other.numerator)
        if equality and isinstance(other, complex) and other.imag == 0:
            return self, Decimal.from_float(other.real)
        return NotImplemented

    def __eq__(self, other):
        pair = self._comparable(other, True)
        if pair is NotImplemented:
            return pair
        if self._k in ("n", "N") or pair[1]._k in ("n", "N"):
            if "N" in (self._k, pair[1]._k):
                getcontext()._signal(InvalidOperation)
            return False
        return pair[0]._cmp(pair[1]) == 0

    def _ordered(self, other, test):
        pair = self._comparable(other)
        if pair is NotImplemented:
            return pair
        if self._k in ("n", "N") or pair[1]._k in ("n", "N"):
            getcontext()._signal(InvalidOperation)
            return False
        return test(pair[0]._cmp(pair[1]))

    def __lt__(self, other):
        return self._ordered(other, lambda c: c < 0)

    def __le__(self, other):
        return self._ordered(other, lambda c: c <= 0)

    def __gt__(self, other):
        return self._ordered(other, lambda c: c > 0)

    def __ge__(self, other):
        return self._ordered(other, lambda c: c >= 0)

    def compare(self, other, context=None):
        other = _convert(other)
        if self._k in ("n", "N") or other._k in ("n", "N"):
            return self._nan(other, context or getcontext())
        return Decimal(self._cmp(other))

    def compare_signal(self, other, context=None):
        other = _convert(other)
        context = context or getcontext()
        if self._k in ("n", "N") or other._k in ("n", "N"):
            context._signal(InvalidOperation)
        return self.compare(other, context)

    def compare_total(self, other, context=None):
        other = _convert(other)
        sign = -1 if self._s else 1
        if self._s != other._s:
            return Decimal(sign)
        ranks = ["", "F", "N", "n"]
        a, b = ((ranks.index(x._k) if x._k in ("n", "N") else 0) for x in (self, other))
        if a or b:
            key = (a, self._n if a else 0), (b, other._n if b else 0)
        else:
            c = self._cmp(other)
            if c:
                return Decimal(c)
            key = self._e, other._e
        return Decimal(sign * ((key[0] > key[1]) - (key[0] < key[1])))

    def compare_total_mag(self, other, context=None):
        return self.copy_abs().compare_total(_convert(other).copy_abs())

    def _extreme(self, other, context, sign, magnitude=False):
        other = _convert(other)
        context = context or getcontext()
        if self._k in ("n", "N") or other._k in ("n", "N"):
            if "N" not in (self._k, other._k) and "" in (self._k.strip("F"), other._k.strip("F")):
                return (other if self._k == "n" else self)._fix(context)
            return self._nan(other, context)
        a, b = (self.copy_abs(), other.copy_abs()) if magnitude else (self, other)
        c = a._cmp(b) or int(self.compare_total(other))
        return (self if c * sign > 0 else other)._plain()._fix(context)

    def max(self, other, context=None):
        return self._extreme(other, context, 1)

    def min(self, other, context=None):
        return self._extreme(other, context, -1)

    def max_mag(self, other, context=None):
        return self._extreme(other, context, 1, True)

    def min_mag(self, other, context=None):
        return self._extreme(other, context, -1, True)

    def __hash__(self):
        if self._k:
            if self._k == "N":
                raise TypeError("Cannot hash a signaling NaN value")
            return object.__hash__(self) if self._k == "n" else -314159 if self._s else 314159
        p = _sys.hash_info.modulus
        h = self._n * (pow(10, self._e, p) if self._e >= 0 else pow(pow(10, -1, p), -self._e, p)) % p
        h = -h if self._s else h
        return -2 if h == -1 else h

    def __bool__(self):
        return bool(self._k or self._n)

    # Conversion.

    def __repr__(self):
        return f"Decimal('{self}')"

    def __str__(self, eng=False, context=None):
        sign = "-" if self._s else ""
        if self._k:
            return sign + ("Infinity" if self._k == "F" else ("sNaN" if self._k == "N" else "NaN") + str(self._n or ""))
        digits = str(self._n)
        left = self._e + len(digits)
        if self._e <= 0 and left > -6:
            point = left
        elif not eng:
            point = 1
        else:
            point = (left + 1) % 3 - 1 if not self._n else (left - 1) % 3 + 1
        if point <= 0:
            text = "0." + "0" * -point + digits
        elif point >= len(digits):
            text = digits + "0" * (point - len(digits))
        else:
            text = digits[:point] + "." + digits[point:]
        if left != point:
            text += f"{'E' if (context or getcontext()).capitals else 'e'}{left - point:+}"
        return sign + text

    def to_eng_string(self, context=None):
        return self.__str__(True, context)

    def __format__(self, spec, /):
        if not isinstance(spec, str):
            raise TypeError("format argument must be str")
        found = _SPEC.fullmatch(spec)
        if found is None or found[1] and not found[2]:
            raise ValueError("invalid format string")
        fill, align, sign, no_neg_zero, alt, zero, width, group, precision, kind = found.groups()
        if zero and not align:
            fill, align = "0", "="
        fill, align, width = fill or " ", align or ">", int(width or 0)
        context = getcontext()
        if self._k:
            body = str(self.copy_abs())
            if kind == "%":
                body += "%"
            if fill == "0":
                fill = " "
            negative = self._s
        else:
            x = self
            if kind == "%":
                x = _finite(x._s, x._n, x._e + 2)
            kind = kind or ("G" if context.capitals else "g")
            if precision is not None:
                precision = int(precision)
                if kind in "eE":
                    x = x._figures(precision + 1, context.rounding)
                    short = precision + 1 - _size(x._n)
                    if x._n and short > 0:
                        x = _finite(x._s, x._n * 10 ** short, x._e - short)
                elif kind in "fF%":
                    x = x._rescale(-precision, context.rounding)
                else:
                    x = x._figures(max(precision, 1), context.rounding)
            if not x._n and x._e > 0 and kind in "fF%":
                x = _finite(x._s, 0, 0)
            negative = x._s and not (no_neg_zero and not x._n)
            digits = str(x._n)
            left = x._e + len(digits)
            if kind in "eE":
                point = 1 - precision if not x._n and precision is not None else 1
            elif kind in "fF%":
                point = left
            else:
                point = left if x._e <= 0 and left > -6 else 1
            if point <= 0:
                whole, part = "0", "0" * -point + digits
            else:
                whole, part = digits[:point].ljust(point, "0"), digits[point:]
            tail = "." + part if part else "." if alt else ""
            if left != point or kind in "eE":
                tail += f"{'E' if kind in 'EG' else 'e'}{left - point:+}"
            if kind == "%":
                tail += "%"
            if zero and not found[2] and group:
                least = width - len(tail) - bool(negative or sign in ("+", " "))
                while len(whole) + (len(whole) - 1) // 3 < least:
                    whole = "0" + whole
            if group:
                first = 1 + (len(whole) - 1) % 3
                whole = whole[:first] + "".join(group + whole[i:i + 3] for i in range(first, len(whole), 3))
            body = whole + tail
        prefix = "-" if negative else sign if sign in ("+", " ") else ""
        pad = max(width - len(prefix) - len(body), 0)
        if align == "=":
            return prefix + fill * pad + body
        left = pad if align == ">" else 0 if align == "<" else pad // 2
        return fill * left + prefix + body + fill * (pad - left)

    def _figures(self, places, rounding):
        """Rounded to so many digits."""
        drop = _size(self._n) - places
        if drop <= 0 or not self._n:
            return self if self._n else _finite(self._s, 0, self._e)
        n, _ = _rounded(self._n, drop, self._s, rounding)
        e = self._e + drop
        return _finite(self._s, n // 10, e + 1) if _size(n) > places else _finite(self._s, n, e)

    def _rescale(self, e, rounding):
        if self._e >= e:
            return _finite(self._s, self._n * 10 ** (self._e - e), e)
        return _finite(self._s, _rounded(self._n, min(e - self._e, _size(self._n) + 1), self._s, rounding)[0], e)

    def __int__(self):
        if self._k:
            if self._k == "F":
                raise OverflowError("cannot convert Infinity to integer")
            raise ValueError("cannot convert NaN to integer")
        n = self._n * 10 ** self._e if self._e >= 0 else self._n // 10 ** -self._e
        return -n if self._s else n

    __trunc__ = __int__

    def __float__(self):
        if self._k == "N":
            raise ValueError("cannot convert signaling NaN to float")
        return float("-nan" if self._s else "nan") if self._k == "n" else float(str(self))

    def __complex__(self):
        return complex(float(self))

    def _to_int(self, rounding):
        return int(self) if self._k else int(self._rescale(0, rounding))

    def __round__(self, ndigits=None):
        if ndigits is None:
            return self._to_int(ROUND_HALF_EVEN)
        if not isinstance(ndigits, int):
            raise TypeError("optional arg must be an integer")
        return self.quantize(_finite(0, 1, -ndigits))

    def __floor__(self):
        return self._to_int(ROUND_FLOOR)

    def __ceil__(self):
        return self._to_int(ROUND_CEILING)

    def as_tuple(self):
        digits = tuple(map(int, str(self._n)))
        if self._k:
            return DecimalTuple(self._s, (0,) if self._k == "F" else digits if self._n else (), self._k)
        return DecimalTuple(self._s, digits, self._e)

    def as_integer_ratio(self):
        if self._k:
            if self._k == "F":
                raise OverflowError("cannot convert Infinity to integer ratio")
            raise ValueError("cannot convert NaN to integer ratio")
        n, d = self._n * 10 ** max(self._e, 0), 10 ** max(-self._e, 0)
        g = _math.gcd(n, d)
        return (-n if self._s else n) // g, d // g

    def __reduce__(self):
        return type(self), (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    # Rounding and the like.

    def quantize(self, exp, rounding=None, context=None):
        exp = _convert(exp)
        context = context or getcontext()
        rounding = rounding or context.rounding
        if rounding not in _ROUNDINGS:
            context.copy().rounding = rounding
        if self._k in ("n", "N") or exp._k in ("n", "N"):
            return self._nan(exp, context)
        if self._k or exp._k:
            return self._plain() if self._k and exp._k else self._invalid(context)
        if not context.Emin - context.prec + 1 <= exp._e <= context.Emax:
            return self._invalid(context)
        if self._n and self.adjusted() > context.Emax or self._n and self.adjusted() - exp._e + 1 > context.prec:
            return self._invalid(context)
        result = self._rescale(exp._e, rounding)
        if result._n and (result.adjusted() > context.Emax or _size(result._n) > context.prec):
            return self._invalid(context)
        if exp._e > self._e:
            context._signal(*((Rounded,) if result == self else (Inexact, Rounded)))
        return result._fix(context)

    def _integral(self, rounding, context):
        if self._k:
            return self._nan(None, context or getcontext()) if self._k != "F" else self._plain()
        return self._plain() if self._e >= 0 else self._rescale(0, rounding or (context or getcontext()).rounding)

    def to_integral_value(self, rounding=None, context=None):
        return self._integral(rounding, context)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        context = context or getcontext()
        result = self._integral(rounding, context)
        if not self._k and self._e < 0:
            context._signal(*((Rounded,) if result == self else (Inexact, Rounded)))
        return result

    def normalize(self, context=None):
        context = context or getcontext()
        if self._k in ("n", "N"):
            return self._nan(None, context)
        x = self._plain()._fix(context)
        if x._k:
            return x
        if not x._n:
            return _finite(x._s, 0, 0)
        n, e = x._n, x._e
        while n % 10 == 0 and e < context.Emax:
            n, e = n // 10, e + 1
        return _finite(x._s, n, e)

    def sqrt(self, context=None):
        context = context or getcontext()
        if self._k in ("n", "N"):
            return self._nan(None, context)
        if self._k and not self._s:
            return self._plain()
        ideal = self._e // 2
        if not self:
            return _finite(self._s, 0, ideal)._fix(context)
        if self._s:
            return self._invalid(context)
        n, e = self._n, self._e
        if e & 1:
            n, e = n * 10, e - 1
        # Twice as many digits as the root is to have, and one more.
        shift = max(2 * (context.prec + 1) - _size(n) + 1, 0) // 2 + 1
        n *= 100 ** shift
        root = _math.isqrt(n)
        e = e // 2 - shift
        if root * root != n:
            root += root % 5 == 0
        else:
            while e < ideal and root % 10 == 0:
                root, e = root // 10, e + 1
        wide = context.copy()
        wide.rounding = ROUND_HALF_EVEN
        wide.flags = context.flags
        return _finite(0, root, e)._fix(wide)

    def exp(self, context=None):
        context = context or getcontext()
        if self._k in ("n", "N"):
            return self._nan(None, context)
        if self._k:
            return _finite(0, 0, 0) if self._s else self._plain()
        if not self:
            return _finite(0, 1, 0)
        if self.adjusted() > len(str(max(context.Emax, -context.Emin))) + 1:
            return _finite(0, 1, context.Emin - 2 * context.prec if self._s else context.Emax + 1)._fix(context)
        if self.adjusted() < -context.prec - 2:
            p = context.prec + 3
            return _finite(0, 10 ** p + (-1 if self._s else 1), -p)._fix(context)
        prec = context.prec + 8
        work = prec + max(self.adjusted(), 0) + 5
        n, e = _exp(_fixed_mul(10 ** work, self, work), work, prec)
        return _finite(0, n * 10 + 1, e - 1)._fix(context)

    def _logarithm(self, context, base10):
        if self._k in ("n", "N"):
            return self._nan(None, context)
        if not self:
            return _special("F", 1)
        if self._s:
            return self._invalid(context)
        if self._k:
            return self._plain()
        if base10 and str(self._n).rstrip("0") == "1":
            return Decimal(self.adjusted())._fix(context)
        if self == 1:
            return _finite(0, 0, 0)
        # Near 1 the logarithm is small, so more places are needed for as many digits.
        near = (self - 1).copy_abs().adjusted() if self.adjusted() in (0, -1) else 0
        prec = context.prec + 10 + max(-near, 0)
        log = _ln(self._n, self._e, prec)
        if base10:
            log = log * 10 ** prec // _ln(10, 0, prec)
        return _finite(int(log < 0), abs(log) * 10 + 1, -prec - 1)._fix(context)

    def ln(self, context=None):
        return self._logarithm(context or getcontext(), False)

    def log10(self, context=None):
        return self._logarithm(context or getcontext(), True)

    def logb(self, context=None):
        context = context or getcontext()
        if self._k in ("n", "N"):
            return self._nan(None, context)
        if self._k:
            return _special("F")
        if not self:
            context._signal(DivisionByZero)
            return _special("F", 1)
        return Decimal(self.adjusted())._fix(context)

    def scaleb(self, other, context=None):
        other = _convert(other)
        context = context or getcontext()
        if self._k in ("n", "N") or other._k in ("n", "N"):
            return self._nan(other, context)
        if other._k or other._e or abs(int(other)) > 2 * (context.Emax + context.prec):
            return self._invalid(context)
        return self._plain() if self._k else _finite(self._s, self._n, self._e + int(other))._fix(context)

    def _digits(self, other, context, rotate):
        other, context = _convert(other), context or getcontext()
        if self._k in ("n", "N") or other._k in ("n", "N"):
            return self._nan(other, context)
        if other._k or other._e or abs(int(other)) > context.prec:
            return self._invalid(context)
        if self._k:
            return self._plain()
        digits = str(self._n).zfill(context.prec)[-context.prec:]
        k = int(other)
        if rotate:
            digits = digits[k:] + digits[:k]
        else:
            digits = (digits + "0" * k)[-context.prec:] if k >= 0 else digits[:k] or "0"
        return _finite(self._s, int(digits), self._e)

    def rotate(self, other, context=None):
        return self._digits(other, context, True)

    def shift(self, other, context=None):
        return self._digits(other, context, False)

    def _next(self, context, up):
        context = context or getcontext()
        if self._k in ("n", "N"):
            return self._nan(None, context)
        wide = context.copy()
        wide.clear_traps()
        wide.rounding = ROUND_CEILING if up else ROUND_FLOOR
        if self._k:
            return self._plain() if bool(self._s) != up else _finite(self._s, 10 ** context.prec - 1, context.Etop())
        new = self._fix(wide)
        if new != self:
            return new
        step = _finite(int(not up), 1, context.Etiny() - 1)
        return self.__add__(step, wide)

    def next_plus(self, context=None):
        return self._next(context, True)

    def next_minus(self, context=None):
        return self._next(context, False)

    def next_toward(self, other, context=None):
        other = _convert(other)
        if self._k in ("n", "N") or other._k in ("n", "N"):
            return self._nan(other, context or getcontext())
        c = self._cmp(other)
        return self.copy_sign(other) if c == 0 else self._next(context, c < 0)

    def same_quantum(self, other, context=None):
        other = _convert(other)
        if self._k or other._k:
            return self._k.lower() == other._k.lower()
        return self._e == other._e

    def adjusted(self):
        return 0 if self._k else self._e + _size(self._n) - 1

    def _is_whole(self):
        return not self._k and (self._e >= 0 or self._n % 10 ** -self._e == 0)

    def copy_abs(self):
        return self._signed(0)

    def copy_negate(self):
        return self._signed(1 - self._s)

    def copy_sign(self, other, context=None):
        return self._signed(_convert(other)._s)

    def _signed(self, s):
        return _special(self._k, s, self._n) if self._k else _finite(s, self._n, self._e)

    def canonical(self):
        return self

    def conjugate(self):
        return self

    def radix(self):
        return Decimal(10)

    real = property(lambda self: self)
    imag = property(lambda self: Decimal(0))

    def is_canonical(self):
        return True

    def is_finite(self):
        return not self._k

    def is_infinite(self):
        return self._k == "F"

    def is_nan(self):
        return self._k in ("n", "N")

    def is_qnan(self):
        return self._k == "n"

    def is_snan(self):
        return self._k == "N"

    def is_signed(self):
        return self._s == 1

    def is_zero(self):
        return not self._k and not self._n

    def is_normal(self, context=None):
        return bool(not self._k and self._n) and self.adjusted() >= (context or getcontext()).Emin

    def is_subnormal(self, context=None):
        return bool(not self._k and self._n) and self.adjusted() < (context or getcontext()).Emin

    def number_class(self, context=None):
        if self._k in ("n", "N"):
            return "NaN" if self._k == "n" else "sNaN"
        kind = "Infinity" if self._k else "Zero" if not self._n else "Normal" if self.is_normal(context) else "Subnormal"
        return "+-"[self._s] + kind


def _fixed_mul(n, x, places):
    """n in units of 10 ** -places, times a Decimal."""
    n *= -x._n if x._s else x._n
    return n * 10 ** x._e if x._e >= 0 else n // 10 ** -x._e


def _ln(n, e, places):
    """The logarithm of n * 10 ** e in units of 10 ** -places, nearly."""
    places += 10
    size = _size(n)
    e += size
    # A number between 0.1 and 1, made to be near 1 by doublings.
    unit = 10 ** places
    x = n * 10 ** (places - size) if places >= size else n // 10 ** (size - places)
    twos = 0
    while 4 * x < 3 * unit:
        x, twos = 2 * x, twos + 1
    total = _log_near(x, unit) - twos * _constant("2", unit) + e * _constant("10", unit)
    return total // 10 ** 10


_constants = {}


def _constant(which, unit):
    """ln 2 and ln 10 = 3 ln 2 + ln 1.25, in the unit."""
    key = which, unit
    if key not in _constants:
        two = -_log_near(3 * unit // 4, unit) + _log_near(3 * unit // 2, unit)
        _constants["2", unit], _constants["10", unit] = two, 3 * two + _log_near(5 * unit // 4, unit)
    return _constants[key]


def _log_near(x, unit):
    """ln x = 2 artanh((x - 1) / (x + 1))."""
    y = (x - unit) * unit // (x + unit)
    square, power, total, k = y * y // unit, y, 0, 1
    while power:
        total += power // k if power > 0 else -(-power // k)
        power = power * square // unit if power > 0 else -(-power * square // unit)
        k += 2
    return 2 * total


def _exp(x, places, prec):
    """e ** x, for x in units of 10 ** -places, as (n, e): n has more than `prec` digits."""
    unit = 10 ** places
    k = x // _constant("10", unit)
    x -= k * _constant("10", unit)
    halves = 12
    x >>= halves
    extra = 10 ** 8
    x, unit = x * extra, unit * extra
    term = total = unit
    i = 1
    while term:
        term = term * x // unit // i
        total += term
        i += 1
    for _ in range(halves):
        total = total * total // unit
    drop = _size(total) - prec - 2
    return total // 10 ** drop, k - places - 8 + drop


for _name, _operator in (("add", Decimal.__add__), ("subtract", Decimal.__sub__), ("multiply", Decimal.__mul__),
        ("divide", Decimal.__truediv__), ("divide_int", Decimal.__floordiv__), ("remainder", Decimal.__mod__),
        ("divmod", Decimal.__divmod__)):
    setattr(Context, _name, lambda self, a, b, f=_operator: f(_convert(a), _convert(b), self))
for _name in ("compare", "compare_signal", "compare_total", "max", "min", "max_mag", "min_mag", "remainder_near", "scaleb",
        "rotate", "shift", "next_toward", "same_quantum", "copy_sign"):
    setattr(Context, _name, lambda self, a, b, f=getattr(Decimal, _name): f(_convert(a), _convert(b), self))
for _name in ("sqrt", "exp", "ln", "log10", "logb", "normalize", "next_plus", "next_minus", "number_class", "is_normal",
        "is_subnormal", "to_eng_string"):
    setattr(Context, _name, lambda self, a, f=getattr(Decimal, _name): f(_convert(a), context=self))
for _name in ("is_finite", "is_infinite", "is_nan", "is_qnan", "is_signed", "is_snan", "is_zero", "is_canonical", "canonical",
        "copy_abs", "copy_negate"):
    setattr(Context, _name, lambda self, a, f=getattr(Decimal, _name): f(_convert(a)))
Context.power = lambda self, a, b, modulo=None: _convert(a).__pow__(_convert(b), modulo, self)
Context.abs = lambda self, a: _convert(a).__abs__(self)
Context.minus = lambda self, a: _convert(a).__neg__(self)
Context.plus = lambda self, a: _convert(a).__pos__(self)
Context.fma = lambda self, a, b, c: _convert(a).fma(b, c, self)
Context.quantize = lambda self, a, b: _convert(a).quantize(b, context=self)
Context.to_sci_string = lambda self, a: _convert(a).__str__(context=self)
Context.to_integral_value = Context.to_integral = lambda self, a: _convert(a).to_integral_value(context=self)
Context.to_integral_exact = lambda self, a: _convert(a).to_integral_exact(context=self)
Context.radix = lambda self: Decimal(10)

for _cls in (Decimal, Context, DecimalException, Clamped, InvalidOperation, ConversionSyntax, DivisionByZero,
        DivisionImpossible, DivisionUndefined, InvalidContext, Inexact, Rounded, Subnormal, Overflow, Underflow,
        FloatOperation):
    _tp_name(_cls, "decimal." + _cls.__name__)
_numbers.Number.register(Decimal)
DefaultContext = Context(traps=[DivisionByZero, Overflow, InvalidOperation])
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP,
    traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, traps=[])
_one = Decimal(1)
_current = _contextvars.ContextVar("decimal_context")


def getcontext():
    try:
        return _current.get()
    except LookupError:
        context = DefaultContext.copy()
        _current.set(context)
        return context


def setcontext(context):
    if not isinstance(context, Context):
        raise TypeError("optional argument must be a context")
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _current.set(context)


class _Manager:
    def __init__(self, context):
        self.new = context

    def __enter__(self):
        self.old = getcontext()
        setcontext(self.new)
        return self.new

    def __exit__(self, *exc):
        setcontext(self.old)


def localcontext(ctx=None, **kwargs):
    if ctx is None:
        ctx = getcontext()
    elif not isinstance(ctx, Context):
        raise TypeError("optional argument must be a context")
    ctx = ctx.copy()
    for name, value in kwargs.items():
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError(f"this function got an unexpected keyword argument '{name}'")
        setattr(ctx, name, value)
    return _Manager(ctx)
