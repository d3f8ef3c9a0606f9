import sys

print(2 ** 100, 2 ** 200 - 1, -(3 ** 50), 10 ** 30 + 7, 99 ** 20 % 1000007, 12345678901234567890 * 98765432109876543210)
print(10 ** 30 // 7, 10 ** 30 % 7, -(10 ** 30) // 7, -(10 ** 30) % 7, divmod(10 ** 25, 10 ** 12 + 1), 10 ** 30 / 10 ** 28, 10 ** 400 // 10 ** 398)


def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)


print(factorial(25), factorial(50), len(str(factorial(200))), factorial(30) // factorial(28))
print(sum(int(d) for d in str(2 ** 1000)), str(3 ** 100)[::-1][:10], int("9" * 40) + 1)
print((1 << 100) | 1, (1 << 100) & ((1 << 100) - 1), ~(1 << 65), (2 ** 100) >> 90, -(2 ** 100) >> 90, 2 ** 65 ^ 2 ** 64, -(2 ** 70) & 0xffff, -(2 ** 64 + 5) & (2 ** 70 - 1), (-(2**65)) | 1)
print(2 ** 63 - 1, 2 ** 63, 2 ** 64, -(2 ** 63), -(2 ** 63) - 1, 9223372036854775807 + 1, -9223372036854775808 - 1, 9223372036854775807 * 2, 4611686018427387904 * 2)
print(hash(2 ** 100), hash(-(2 ** 100)), hash(2 ** 61 - 1), hash(10 ** 20), (2 ** 100).bit_length(), float(2 ** 100), int(1e20), int(1e25), 2 ** 100 == 2.0 ** 100, sys.maxsize)
print(int("123456789" * 5), int("-" + "1" * 30), int("f" * 20, 16), f"{2 ** 80:,}", hex(2 ** 80), bin(2 ** 66), oct(2 ** 70))
a, b = 0, 1
for _ in range(150):
    a, b = b, a + b
print(a)
try:
    float(10 ** 400)
except OverflowError as e:
    print(e)
try:
    10 ** 400 / 3
except OverflowError as e:
    print(e)
try:
    int("1" * 5000)
except ValueError as e:
    print(e)
try:
    str(10 ** 5000)
except ValueError as e:
    print(e)
print(len(str(10 ** 4000)), pow(7, 10 ** 18, 10 ** 9 + 7), pow(3, 2 ** 70, 101), round(10 ** 25 + 5, -1), -(10 ** 20) // 3, (10 ** 20) // -3, (10 ** 20) % -3)
def isqrt(n):
    x = n
    y = (x + 1) // 2
    while y < x:
        x, y = y, (y + n // y) // 2
    return x
print(isqrt(10 ** 60), isqrt(2 * 10 ** 60))
