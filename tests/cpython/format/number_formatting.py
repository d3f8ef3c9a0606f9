for n in (0, 1, -1, 255, 1000, 1234567890, -98765):
    print(f"{n:d} {n:,} {n:_} {n:+} {n: } {n:b} {n:o} {n:x} {n:#X} {n:e} {n:.1f} {n:%} {n:g}")
for x in (0.0, 1.0, -1.5, 0.1, 1 / 3, 2 / 3, 123456.789, 1e-7, 1e22, 123456789012345680.0, 5e-324, 1.7976931348623157e308):
    print(x, repr(x), f"{x:.3f}" if abs(x) < 1e30 else "-", f"{x:e} {x:.2e} {x:g} {x:.10g} {x:.1%}" if abs(x) < 1e30 else f"{x:.5g}")
print(f"{0.1:.20f} {0.1:.30f} {2.675:.2f} {1.005:.2f} {1e15 / 3:.5f}")
print(round(2.675, 2), round(0.5), round(1.5), round(2.5), round(-0.5), round(1234.5678, -2), round(1234, -2), round(15, -1), round(25, -1), round(1e20), round(3.7))
print(str(0.1 + 0.2), 1e16, 1e15, 123456789.123456789, 0.0001, 0.00001, 1e100, 1.0, 100.0, 1e5, float(10**15), float(10**16))
print(1_000_000, 0xff, 0o17, 0b1010, 1e3, 1E-3, .5, 5., 0xdead_beef, 1_0.0_1, 1j, 2.5e-3j)
print(int("0xff", 16), int("ff", 16), int("0b11", 0), int("0o17", 0), int("z", 36), int("-12"), int("  7 "), int("1_000"), int(3.99), int(-3.99), int(True))
print(float("1.5"), float(" 1e3 "), float("inf"), float("-Infinity"), float("nan"), float("1_0.5"), float(3), float("1e400"), float(".5"), float("-0"))
print(hex(255), oct(8), bin(5), hex(-255), bin(-5), bin(0), hex(2**70))
print(format(1234567.891, ",.2f"), format(0.000001234, ".3g"), format(1e6, ",.0f"), format(12345, "010,d"), format(-1234.5, "015,.2f"))
