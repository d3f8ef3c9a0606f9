print(7 + 3, 7 - 10, 7 * 3, 7 / 2, 7 // 2, 7 % 3, 7 ** 2, -7 // 2, -7 % 3, 7 // -2, 7 % -3, -7 // -2, divmod(-7, 2), divmod(7, -2))
print(2 ** 10, 2 ** 0, 2 ** -1, (-2) ** 3, -2 ** 2, 2 ** 3 ** 2, 0 ** 0, pow(2, 10, 1000), pow(3, -1, 7), pow(2, 100))
print(6 & 3, 6 | 3, 6 ^ 3, ~6, 1 << 10, 1024 >> 3, -1 >> 5, -8 >> 1, 5 & -2, ~0, -1 & 0xff, 1 << 70, (1 << 70) >> 68)
print(1 + True, True + True, True * 5, -True, ~True == -2, True & False, True | False, True ^ True, type(True & 1).__name__, type(True & True).__name__)
print(10 / 5, 1 / 3, 10 // 3.0, 10 % 3.5, 2 ** 0.5, 7.0 // 2, -7.5 // 2, -7.5 % 2, 1e3 + 1)
print(abs(-5), abs(5), -(-5), +5, int(5).bit_length(), (255).bit_count(), (-1).bit_length(), (10).as_integer_ratio(), (5).conjugate(), (5).numerator, (5).denominator, (3).is_integer())
print((1000).to_bytes(2, "big"), (1000).to_bytes(4, "little"), int.from_bytes(b"\x03\xe8", "big"), int.from_bytes(b"\xff\xff", "big", signed=True), (-1).to_bytes(2, "big", signed=True), (5).to_bytes())
for bad in (lambda: (256).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"), lambda: pow(2, -1, 4), lambda: pow(2, 3, 0), lambda: int("12a"), lambda: int("", 10), lambda: int("5", 1), lambda: int([]), lambda: int("1.5"), lambda: int(float("nan")), lambda: int(float("inf")), lambda: int("a" * 3, 5), lambda: int(5, 10), lambda: 5 % 0, lambda: pow(0, -1)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
x = 5
x += 2; x -= 1; x *= 6; x //= 5; x **= 2; x %= 10; x <<= 3; x >>= 1; x |= 1; x &= 0xf; x ^= 3
print(x)
print(3 < 5 < 7, 3 < 5 > 4, 1 == 1.0 == True, 5 == 5.0, 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53, 10 ** 400 > 1e308, not 0, not 5)
