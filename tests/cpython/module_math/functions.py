import math

print(math.pi, math.e, math.tau, math.inf, math.nan)
print(math.sqrt(2), math.sqrt(16), round(math.cbrt(27), 12), math.isqrt(17), math.hypot(3, 4), math.hypot(1, 2, 2), math.dist((0, 0), (3, 4)))
print(math.floor(2.7), math.floor(-2.7), math.ceil(2.1), math.ceil(-2.1), math.trunc(-2.7), math.fabs(-3), math.copysign(3, -0.0), math.fmod(-7, 3), math.remainder(7, 4), math.modf(3.75), math.modf(-2.5))
print(math.factorial(10), math.comb(10, 3), math.perm(5, 2), math.perm(4), math.gcd(12, 18), math.gcd(12, 18, 8), math.gcd(), math.lcm(4, 6), math.lcm(2, 3, 4), math.prod([1, 2, 3, 4]), math.prod([2], start=5), math.sumprod([1, 2], [3, 4]))
print(math.exp(1), math.exp(0), math.expm1(1e-5), math.exp2(5), math.log(math.e), math.log(8, 2), math.log2(1024), math.log10(1000), math.log1p(1e-5), math.pow(2, 0.5), math.log(10 ** 400), math.log2(2 ** 2000))
print(math.sin(0), math.cos(0), math.tan(1), math.asin(1), math.acos(1), math.atan(1), math.atan2(1, -1), math.degrees(math.pi), math.radians(180), math.sinh(1), math.cosh(1), math.tanh(1), math.asinh(1), math.acosh(2), math.atanh(0.5))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1.0), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1), math.isclose(1, 1.05, rel_tol=0.1), math.isclose(0, 1e-10, abs_tol=1e-9))
print(math.frexp(8.5), math.ldexp(0.5, 4), math.ulp(1.0), math.nextafter(1.0, 2.0), math.fsum([0.1] * 10), math.gamma(5), math.lgamma(10), math.erf(0.5), math.erfc(0.5), math.fma(2.0, 3.0, 1.0))
for bad in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.factorial(-1), lambda: math.factorial(2.5), lambda: math.exp(1000), lambda: math.acos(2), lambda: math.isqrt(-1), lambda: math.comb(-1, 2), lambda: math.sqrt("4"), lambda: math.floor(math.inf), lambda: math.ceil(math.nan), lambda: math.gcd(1.5, 2), lambda: math.pow(0, -1), lambda: math.fmod(1, 0), lambda: math.sin(), lambda: math.cosh(1000), lambda: math.dist([1], [1, 2]), lambda: math.log(2, 0), lambda: math.tan("x")):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
