def lcm(*integers):
    result = 1
    for n in integers:
        n = n.__index__() if hasattr(n, "__index__") else _not_int(n)
        if n == 0:
            result = 0
        elif result:
            result = abs(n) // gcd(result, n) * result
    return result


def _not_int(n):
    raise TypeError(f"'{type(n).__name__}' object cannot be interpreted as an integer")


def _index(n):
    return n.__index__() if hasattr(n, "__index__") else _not_int(n)


def _product(low, high):
    if high - low < 8:
        p = 1
        for k in range(low, high):
            p *= k
        return p
    mid = (low + high) // 2
    return _product(low, mid) * _product(mid, high)


def factorial(n, /):
    n = _index(n)
    if n > 9223372036854775807:
        raise OverflowError("factorial() argument should not exceed 9223372036854775807")
    if n < 0:
        raise ValueError("factorial() not defined for negative values")
    if n > 1000000:
        raise MemoryError
    return _product(1, n + 1)


def perm(n, k=None, /):
    if k is None:
        return factorial(n)
    n, k = _index(n), _index(k)
    if n < 0:
        raise ValueError("n must be a non-negative integer")
    if k < 0:
        raise ValueError("k must be a non-negative integer")
    return 0 if k > n else _product(n - k + 1, n + 1)


def comb(n, k, /):
    n, k = _index(n), _index(k)
    if n < 0:
        raise ValueError("n must be a non-negative integer")
    if k < 0:
        raise ValueError("k must be a non-negative integer")
    if k > n:
        return 0
    k = min(k, n - k)
    return _product(n - k + 1, n + 1) // _product(1, k + 1)


def prod(iterable, /, *, start=1):
    for x in iterable:
        start = start * x
    return start


def _exact(values):
    """The sum of floats, rounded once (Shewchuk's partials)."""
    partials = []
    special = 0.0
    infs = 0.0
    for x in values:
        original = x
        i = 0
        for y in partials:
            if abs(x) < abs(y):
                x, y = y, x
            hi = x + y
            lo = y - (hi - x)
            if lo:
                partials[i] = lo
                i += 1
            x = hi
        partials[i:] = []
        if x:
            if isfinite(x):
                partials.append(x)
            else:
                if isfinite(original):
                    raise OverflowError("intermediate overflow in fsum")
                if isinf(original):
                    infs += original
                special += original
                partials = []
    if special:
        if isnan(infs):
            raise ValueError("-inf + inf in fsum")
        return special
    if not partials:
        return 0.0
    hi = partials.pop()
    lo = 0.0
    while partials:
        x, y = hi, partials.pop()
        hi = x + y
        lo = y - (hi - x)
        if lo:
            break
    if partials and (lo < 0.0) == (partials[-1] < 0.0):
        y = lo * 2.0
        x = hi + y
        if y == x - hi:
            hi = x
    return hi


def _float(x):
    return x if type(x) is float else fabs(x) if x >= 0 else -fabs(x)


def fsum(seq, /):
    return _exact(map(_real, seq))


def _real(x):
    if type(x) is float:
        return x
    return copysign(fabs(x), x)


def hypot(*coordinates):
    values = [fabs(x) for x in coordinates]
    if any(map(isinf, values)):
        return inf
    if any(map(isnan, values)):
        return nan
    m = max(values, default=0.0)
    if m == 0.0:
        return 0.0
    if len(values) == 1:
        return m
    _, e = frexp(m)
    scaled = [ldexp(x, -e) for x in values]
    parts = []
    for x in scaled:
        p = x * x
        parts += (p, fma(x, x, -p))
    h = sqrt(_exact(parts))
    p = h * h
    h += _exact(parts + [-p, -fma(h, h, -p)]) / (2.0 * h)
    return ldexp(h, e)


def dist(p, q, /):
    p, q = tuple(p), tuple(q)
    if len(p) != len(q):
        raise ValueError("both points must have the same number of dimensions")
    return hypot(*[_real(a) - _real(b) for a, b in zip(p, q)])


def sumprod(p, q, /):
    p, q = list(p), list(q)
    if len(p) != len(q):
        raise ValueError("Inputs are not the same length")
    if p and all(type(x) in (int, float) for x in p + q) and any(type(x) is float for x in p + q):
        parts = []
        for a, b in zip(p, q):
            a, b = _real(a), _real(b)
            c = a * b
            parts.append(c)
            if isfinite(c):
                parts.append(fma(a, b, -c))
        return _exact(parts)
    total = 0
    for a, b in zip(p, q):
        total += a * b
    return total


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    a, b = _real(a), _real(b)
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    diff = abs(b - a)
    return diff <= abs(rel_tol * b) or diff <= abs(rel_tol * a) or diff <= abs_tol


def nextafter(x, y, /, *, steps=None):
    if steps is None:
        return _nextafter(x, y)
    if steps < 0:
        raise ValueError("steps must be a non-negative integer")
    for _ in range(steps):
        n = _nextafter(x, y)
        if n == x:
            break
        x = n
    return _real(x)


def ulp(x, /):
    if isnan(x):
        return x
    x = fabs(x)
    if isinf(x):
        return x
    up = _nextafter(x, inf)
    return x - _nextafter(x, -inf) if isinf(up) else up - x


for _f in list(globals().values()):
    if hasattr(_f, "__code__"):
        _f.__module__ = "math"
del _f
