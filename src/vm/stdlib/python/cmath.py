import math as _math

pi, e, tau, inf, nan = _math.pi, _math.e, _math.tau, _math.inf, _math.nan
infj, nanj = complex(0.0, inf), complex(0.0, nan)


def phase(z, /):
    z = complex(z)
    return _math.atan2(z.imag, z.real)


def polar(z, /):
    return abs(complex(z)), phase(z)


def rect(r, phi, /):
    return complex(r * _math.cos(phi), r * _math.sin(phi)) if phi else complex(r, 0.0 * r)


def isfinite(z, /):
    z = complex(z)
    return _math.isfinite(z.real) and _math.isfinite(z.imag)


def isinf(z, /):
    z = complex(z)
    return _math.isinf(z.real) or _math.isinf(z.imag)


def isnan(z, /):
    z = complex(z)
    return _math.isnan(z.real) or _math.isnan(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    difference = abs(a - b)
    return difference <= rel_tol * abs(b) or difference <= rel_tol * abs(a) or difference <= abs_tol


def sqrt(z, /):
    z = complex(z)
    a, b = z.real, z.imag
    if not a and not b:
        return complex(0.0, b)
    if isinf(z):
        return complex(inf, b) if _math.isinf(b) or a > 0 else complex(0.0, _math.copysign(inf, b))
    s = 2.0 * _math.sqrt((abs(a) / 8.0 + _math.hypot(a / 8.0, b / 8.0)))
    d = abs(b) / (2.0 * s)
    return complex(s, _math.copysign(d, b)) if a >= 0.0 else complex(d, _math.copysign(s, b))


def exp(z, /):
    z = complex(z)
    try:
        r = _math.exp(z.real)
        return complex(r * _math.cos(z.imag), r * _math.sin(z.imag))
    except ValueError:
        raise ValueError("math domain error") from None


def log(z, base=None, /):
    z = complex(z)
    if not z:
        raise ValueError("math domain error")
    size = abs(z)
    if 0.71 <= size <= 1.73:
        a, b = max(abs(z.real), abs(z.imag)), min(abs(z.real), abs(z.imag))
        real = _math.log1p((a - 1) * (a + 1) + b * b) / 2.0
    else:
        real = _math.log(size)
    result = complex(real, phase(z))
    return result if base is None else result / log(base)


def log10(z, /):
    z = complex(z)
    if not z:
        raise ValueError("math domain error")
    return complex(_math.log10(abs(z)), phase(z) / _math.log(10.0))


def sinh(z, /):
    z = complex(z)
    return complex(_math.cos(z.imag) * _math.sinh(z.real), _math.sin(z.imag) * _math.cosh(z.real))


def cosh(z, /):
    z = complex(z)
    return complex(_math.cos(z.imag) * _math.cosh(z.real), _math.sin(z.imag) * _math.sinh(z.real))


def tanh(z, /):
    z = complex(z)
    if abs(z.real) > 300:
        return complex(_math.copysign(1.0, z.real), 0.0)
    t, c = _math.tan(z.imag), 1 / _math.cosh(z.real)
    s = _math.tanh(z.real)
    d = 1.0 + s * s * t * t
    return complex(s * (1.0 + t * t) / d, t / d * c * c)


def sin(z, /):
    z = sinh(complex(-complex(z).imag, complex(z).real))
    return complex(z.imag, -z.real)


def cos(z, /):
    return cosh(complex(-complex(z).imag, complex(z).real))


def tan(z, /):
    z = tanh(complex(-complex(z).imag, complex(z).real))
    return complex(z.imag, -z.real)


def acos(z, /):
    z = complex(z)
    a, b = sqrt(complex(1 - z.real, -z.imag)), sqrt(1 + z)
    return complex(2.0 * _math.atan2(a.real, b.real), _math.asinh(b.real * a.imag - b.imag * a.real))


def acosh(z, /):
    z = complex(z)
    a, b = sqrt(z - 1), sqrt(z + 1)
    return complex(_math.asinh(a.real * b.real + a.imag * b.imag), 2.0 * _math.atan2(a.imag, b.real))


def asinh(z, /):
    z = complex(z)
    a, b = sqrt(complex(1 + z.imag, -z.real)), sqrt(complex(1 - z.imag, z.real))
    return complex(_math.asinh(a.real * b.imag - b.real * a.imag), _math.atan2(z.imag, a.real * b.real - a.imag * b.imag))


def asin(z, /):
    z = complex(z)
    z = asinh(complex(-z.imag, z.real))
    return complex(z.imag, -z.real)


def atanh(z, /):
    z = complex(z)
    if z in (1, -1):
        raise ValueError("math domain error")
    if _math.copysign(1.0, z.real) < 0:
        return -atanh(-z)
    a, b = log(complex(1 + z.real, z.imag)), log(complex(1 - z.real, -z.imag))
    return complex((a.real - b.real) / 2, (a.imag - b.imag) / 2)


def atan(z, /):
    z = complex(z)
    z = atanh(complex(-z.imag, z.real))
    return complex(z.imag, -z.real)
