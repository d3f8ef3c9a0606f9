def primes(limit):
    sieve = bytearray([1]) * (limit + 1)
    sieve[:2] = b"\0\0"
    for i in range(2, int(limit ** 0.5) + 1):
        if sieve[i]:
            sieve[i * i::i] = bytes(len(range(i * i, limit + 1, i)))
    return [i for i, p in enumerate(sieve) if p]


def factorize(n):
    factors, p = {}, 2
    while p * p <= n:
        while n % p == 0:
            factors[p] = factors.get(p, 0) + 1
            n //= p
        p += 1 + (p > 2)
    if n > 1:
        factors[n] = factors.get(n, 0) + 1
    return factors


print(primes(60), len(primes(5000)))
for n in (84, 97, 1001, 2 ** 10 * 3 ** 4, 600851475143):
    print(n, "=", " * ".join(f"{p}^{e}" if e > 1 else str(p) for p, e in factorize(n).items()))
divisors = lambda n: [d for d in range(1, n + 1) if n % d == 0]
print([n for n in range(2, 500) if sum(divisors(n)) == 2 * n], divisors(36))
armstrong = [n for n in range(10000) if n == sum(int(d) ** len(str(n)) for d in str(n))]
print(armstrong)


def egcd(a, b):
    if b == 0:
        return a, 1, 0
    g, x, y = egcd(b, a % b)
    return g, y, x - a // b * y


print(egcd(240, 46), pow(46, -1, 241))


def to_base(n, base):
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    out = ""
    while n:
        n, r = divmod(n, base)
        out = digits[r] + out
    return out or "0"


print([to_base(255, b) for b in (2, 8, 16, 36)], int(to_base(123456, 7), 7))
ROMAN = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]


def roman(n):
    out = ""
    for value, letters in ROMAN:
        count, n = divmod(n, value)
        out += letters * count
    return out


print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999)])
pascal = [[1]]
while len(pascal) < 6:
    row = pascal[-1]
    pascal.append([1] + [a + b for a, b in zip(row, row[1:])] + [1])
for row in pascal:
    print(" ".join(map(str, row)).center(20).rstrip())
look = "1"
from itertools import groupby
for _ in range(6):
    print(look, end=" ")
    look = "".join(f"{len(list(g))}{d}" for d, g in groupby(look))
print()
happy = lambda n, seen=(): n == 1 or (n not in seen and happy(sum(int(c) ** 2 for c in str(n)), seen + (n,)))
print([n for n in range(1, 50) if happy(n)], sum(1 / n ** 2 for n in range(1, 1001)), sum((-1) ** k * 4 / (2 * k + 1) for k in range(1000)))
