print(0.1 + 0.2, 0.1 * 3, 1 / 3, 2 / 3, 1e308 * 10, -1e308 * 10, 1e-320, 5e-324 / 2, 1.1 + 2.2, 100 * 1.1, 3 * 0.1 == 0.3)
print(7.5 // 2, 7.5 % 2, -7.5 // 2, -7.5 % 2, 7.5 % -2, divmod(7.5, 2), divmod(-7.5, 2), 2.0 ** 0.5, 2.0 ** -2, (-8.0) ** 2, 0.0 ** 0, (-8) ** (1 / 3))
inf, nan = float("inf"), float("nan")
print(inf, -inf, nan, inf - inf, inf * 0, inf + 1, inf > 10 ** 1000, nan == nan, nan < 1, nan != nan, inf == inf, -0.0, 0.0 == -0.0, min(nan, 1), max(1, nan), inf // 1, 1 // inf, -1 // inf, 5 % inf, -5 % inf)
print((0.5).as_integer_ratio(), (0.1).as_integer_ratio(), (2.0).is_integer(), (2.5).is_integer(), (1.5).hex(), (0.1).hex(), float.fromhex("0x1.8p+1"), (-0.0).hex(), inf.hex())
print(int(2.9), int(-2.9), round(2.5), round(3.5), round(-2.5), round(2.567, 2), round(2.5, 0), round(1e300, 2), round(12345.678, -2), type(round(2.5)).__name__, type(round(2.5, 0)).__name__)
for bad in (lambda: 1.0 / 0, lambda: 1.0 // 0.0, lambda: 1.0 % 0.0, lambda: 0.0 ** -1, lambda: 10.0 ** 400, lambda: int(inf), lambda: int(nan), lambda: round(inf), lambda: inf.as_integer_ratio(), lambda: float("1.5abc"), lambda: float(""), lambda: float(None), lambda: float("1,5"), lambda: float.fromhex("zz"), lambda: divmod(1.0, 0)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(1e22, 1e21, 123456789012345678, 1.5e300 * 1e10, 1e16 + 1, 2 ** 53 + 1.0, 4.35 * 100, 1.15 * 100, 0.1 + 0.7, 1 - 0.9, 1e23, 9007199254740993.0, 0.1 + 0.2 - 0.3, 1.7976931348623157e308, 2.2250738585072014e-308, 4.9e-324)
print(sum([0.1] * 10), sum([0.1] * 10) == 1.0, sum([1e100, 1, -1e100, 1]), 0.1 + 0.1 + 0.1, hash(0.5), hash(1e20), hash(inf), hash(-inf), 3.0 == 3, 3.5 > 3, 1e400 == inf)
