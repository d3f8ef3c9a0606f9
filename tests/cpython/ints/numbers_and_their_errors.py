import math
print(7 // 2, -7 // 2, 7 // -2, 7 % 3, -7 % 3, 7 % -3, divmod(-7, 2), divmod(7.5, 2), -7.5 // 2, -7.5 % 2)
print(2 ** 10, 2 ** -1, (-2) ** 3, (-8) ** (1/3), 0 ** 0, 0.0 ** 0, 2 ** 0.5, (-1) ** 0.5)
print(10 ** 20, -10 ** 20, 1 << 70, (1 << 70) >> 68, -1 >> 100, 5 & -2, 5 | -8, 5 ^ -1, ~5, ~-1)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(1250, -2), round(1350, -2), round(-1250, -2), round(1e20), round(0.5), round(1.5), round(5, 2), round(15, -1), round(25, -1), round(2.5, 0), round(-0.4))
print(int("12"), int(" -12 "), int("1_000"), int("ff", 16), int("0xff", 16), int("0b101", 0), int("0o17", 0), int("z", 36), int(3.99), int(-3.99), int("٣"), int(b"12"), int(True))
for bad in ["", "1.5", "abc", "1__0", "_1", "0x", "12a", " ", "1 2", "--1", "9" * 5000]:
    try: print(int(bad) and "big")
    except ValueError as e: print(str(e)[:120])
for args in [("12", 1), ("12", 37), ("2", 2), ("9", 8), (12, 10), ("08", 0), ("1", -1), ("x", "y"), (None,), ([],), (1j,), ("1", None)]:
    try: print(int(*args))
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
for s in ["1.5", " 2e3 ", "inf", "-Infinity", "nan", "1_0.5", "0x1p3", ".5", "5.", "1e", "", "1..2", "e5", "1e400", "-0", "١.٥", "+1", "1__0.0"]:
    try: print(float(s), end=" ")
    except ValueError as e: print(e, end=" ")
print()
for s in ["1+2j", "j", "-j", "1", "1e3j", "(1+2j)", " 1+2j ", "1 + 2j", "nan+infj", "", "1+", "a"]:
    try: print(complex(s), end=" ")
    except ValueError as e: print(e, end=" ")
print()
print(0.1 + 0.2, 1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 1.0, 100.0, 1e22, 1e23, 5e-324, 1.7976931348623157e308, 2.0**53, 0.1, 1/3, 2/3, 1e100, -0.0, 1e16 + 1, 12345678.9, 0.00001234)
print((0.5).as_integer_ratio(), (0.1).hex(), float.fromhex("0x1.8p1"), (3.0).is_integer(), (3.5).is_integer(), (-5).bit_length(), (255).bit_count(), (10).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "little"), (5).as_integer_ratio(), (5).conjugate(), (5).real, (5).imag, (5).numerator, (5).denominator)
print(1 == 1.0, 1 == True, hash(1) == hash(1.0) == hash(True), hash(2**61 - 1), hash(2**61), hash(-1), hash(-2), hash(0.5), hash(1e300), hash(float("inf")), hash(1j), hash(1+2j), hash(10**30), hash(-10**30))
print(10**18 < 1e18 + 1, 2**53 == 2.0**53, 2**53 + 1 == 2.0**53, 10**400 > 1e308, -10**400 < float("-inf"), float("nan") == float("nan"), float("inf") > 10**400)
for f in [lambda: 1 / 0, lambda: 1.0 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 % 0, lambda: 1.0 // 0, lambda: divmod(1, 0), lambda: divmod(1.0, 0), lambda: 0 ** -1, lambda: 0.0 ** -1, lambda: 1j / 0, lambda: pow(2, -1, 4), lambda: pow(2, 3, 0), lambda: 10.0 ** 400, lambda: math.exp(1000), lambda: int(float("inf")), lambda: int(float("nan")), lambda: 1 << -1, lambda: 10**400 / 3, lambda: float(10**400), lambda: 1.5 << 1, lambda: "a" + 1, lambda: 1 + "a", lambda: -"a", lambda: ~1.5, lambda: round(float("nan")), lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.factorial(2.5), lambda: 1j < 2j, lambda: 1j // 2, lambda: 1j % 2, lambda: int(1j), lambda: float("a"), lambda: abs("a"), lambda: 2 ** "a", lambda: (-1) // 0.0, lambda: 0j ** -1, lambda: 10**400 % 1.0]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(pow(3, -1, 7), pow(2, 100, 1000), pow(-3, 3, 5), pow(3, 3, -5), math.gcd(12, 18, 24), math.lcm(4, 6), math.isqrt(10**20), math.comb(5, 2), math.perm(5, 2), math.prod([1, 2, 3]), math.hypot(3, 4), math.dist([0, 0], [3, 4]), math.fsum([0.1] * 10), sum([0.1] * 10), math.trunc(-2.5), math.floor(-2.5), math.ceil(-2.5), math.copysign(1, -0.0), math.fmod(-7, 3), math.remainder(7, 3), math.modf(2.5), math.frexp(8.0), math.ldexp(0.5, 4), math.isclose(0.1 + 0.2, 0.3), math.nextafter(1, 2), math.ulp(1.0))
print((1+2j) * (3-1j), (1+2j) / (3-1j), abs(3+4j), (1+2j).conjugate(), (1+2j) ** 2, -(1+2j), 1j ** 2, complex(1.5, -2), complex(0, -0.0), repr(-0j), 1e20j, (2+3j).real, complex("1e5-2.5j"))
print(bin(10), oct(8), hex(255), bin(-10), hex(-255), f"{-10:b}", bin(0), hex(10**20))
print(1_000_000, 0xFF, 0o17, 0b11, 1e3, 1_0.0_1, 0xdead_beef, 5j, 1.5e-3j)
print(sum([1, 2.5, True]), sum([[1], [2]], []), max(1, 2.5), min([3, 1, 2]), max("abc"), max([1, 5, 3], key=lambda x: -x), max([], default="none"), sorted([3, 1.5, True]), any([]), all([]), min("b", "a", key=ord))
