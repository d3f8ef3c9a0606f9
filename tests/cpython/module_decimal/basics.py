from decimal import Decimal, getcontext, localcontext, ROUND_HALF_UP, ROUND_DOWN, ROUND_CEILING, InvalidOperation, DivisionByZero

a, b = Decimal("0.1"), Decimal("0.2")
print(a + b, a + b == Decimal("0.3"), a * b, a / b, Decimal(1) / 3, Decimal("1.10") + Decimal("2.20"), Decimal(5) // 2, Decimal(-5) % 3, Decimal(2) ** 10, Decimal(2).sqrt(), -a, abs(-a), Decimal("1E+3"), Decimal("0.00001"), Decimal("1e-10"))
print(repr(a), Decimal(0.1), Decimal(5), Decimal("-0"), Decimal("NaN"), Decimal("Infinity"), Decimal((0, (1, 2, 3), -2)), str(Decimal("3.0")), Decimal("1_000.5"), float(a), int(Decimal("3.9")), round(Decimal("2.5")), round(Decimal("2.675"), 2), hash(Decimal(1)) == hash(1))
print(Decimal("2.675").quantize(Decimal("0.01"), ROUND_HALF_UP), Decimal("2.675").quantize(Decimal("0.01")), Decimal("7.9").quantize(Decimal("1"), rounding=ROUND_DOWN), Decimal("7.1").to_integral_value(ROUND_CEILING), Decimal("120.00").normalize(), Decimal("3.14").as_tuple(), Decimal("1.5").is_nan(), Decimal("1.50").compare(Decimal("1.5")), Decimal("123.456").adjusted())
print(a == 0.1, a < 1, Decimal(1) == 1.0, sorted([Decimal("2"), Decimal("1.5"), 1]), max(a, b), sum([a, b], Decimal(0)), Decimal("1") + 2, 2 - Decimal("0.5"), f"{Decimal('1234.567'):.2f} {Decimal('1234.5'):,} {Decimal('0.5'):%} {Decimal('5'):>8}|{Decimal('1e5'):e}")
for bad in (lambda: Decimal("abc"), lambda: Decimal(1) / 0, lambda: Decimal(0) / 0, lambda: a + 0.1, lambda: Decimal(-1).sqrt(), lambda: Decimal([]), lambda: int(Decimal("NaN")), lambda: a < "x"):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
getcontext().prec = 6
print(Decimal(1) / 7, Decimal("1.23456789") + 0, Decimal("1.23456789"), Decimal(10) ** 20 + 1)
with localcontext() as ctx:
    ctx.prec = 30
    print(Decimal(1) / 7, Decimal(2).ln(), Decimal(1).exp(), Decimal(100).log10())
price, rate = Decimal("19.99"), Decimal("0.0825")
print((price * rate).quantize(Decimal("0.01")), price * 3, [str(Decimal(n) / 10) for n in range(3)], Decimal("1.1") % Decimal("0.3"), divmod(Decimal(7), 2))
