from decimal import Decimal, ROUND_HALF_UP, ROUND_HALF_EVEN, getcontext

CENT = Decimal("0.01")


def cents(x, mode=ROUND_HALF_UP):
    return x.quantize(CENT, rounding=mode)


prices = [Decimal("19.99"), Decimal("5.01"), Decimal("0.10")]
total = sum(prices, Decimal(0))
tax = total * Decimal("0.07")
print(total, tax, cents(tax), cents(total + tax), total + cents(tax) == cents(total + tax))
print(0.1 + 0.2, Decimal("0.1") + Decimal("0.2"), cents(Decimal("2.345")), cents(Decimal("2.345"), ROUND_HALF_EVEN), cents(Decimal("-2.345")))


def split(amount, n):
    share = (amount / n).quantize(CENT, rounding="ROUND_DOWN")
    parts = [share] * n
    for i in range(int((amount - share * n) / CENT)):
        parts[i] += CENT
    return parts


print(split(Decimal("100"), 3), sum(split(Decimal("100"), 3)))
balance, rate = Decimal("1000.00"), Decimal("0.035")
for year in range(1, 6):
    balance = cents(balance * (1 + rate))
    print(year, f"{balance:>10,.2f}")
print(f"{Decimal('1234567.891'):,.2f}", str(Decimal("1.10")), Decimal("1.10") == Decimal("1.1"), Decimal("1.10").normalize(), Decimal("100").normalize(), int(Decimal("12.9")), round(Decimal("12.5")), Decimal("7") // Decimal("2"), Decimal("7") % 2)
try:
    Decimal("12.x")
except Exception as e:
    print(type(e).__name__)
try:
    Decimal("1.5") * 1.5
except TypeError as e:
    print(e)
print(getcontext().prec, Decimal(2).sqrt(), Decimal(1) / Decimal(3), max(prices), sorted(prices)[0], Decimal("3") ** 4, -Decimal("5"), Decimal(10) / 4)
