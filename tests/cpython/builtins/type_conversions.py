for value in (0, 1, -1, 3.7, "", "0", "abc", "12", [], [0], (), {}, {0: 0}, None, True, b"", b"1", range(0), set(), 0.0, 0j, float("nan")):
    row = [repr(value), bool(value), str(value)]
    for kind in (int, float, list, tuple):
        try:
            row.append(kind(value))
        except (ValueError, TypeError) as e:
            row.append(type(e).__name__)
    print(*row, sep=" | ")
print(int("0b101", 2), int("-0x1F", 16), int("0o17", 8), int("101", 2), int("zz", 36), int(1e3), int("٣٤"), int(" \n12\t"), int("+5"), int("-0"))
print(float("1e-3"), float("  -2.5\n"), float("INF"), float("nan"), float("1_000.5"), float(True), float("+.5e1"))
print(str(1e3), str(10**25), str(1.0), str(-0.0), str(1e-10), str([1.0, "a"]), str(None), str(True), str(b"x"), str(2 + 0j), str(...), str(int), str(range(3)))
print(list("ab"), list({"a": 1}), list(range(3)), list(b"ab"), tuple([1]), set("a"), dict([("a", 1)]), dict(zip([1, 2], "ab")), sorted(set([3, 1, 3])), frozenset("a"), bytes([1, 2]), bytearray(2), list(zip("ab")), list(map(int, "123")))
for bad in (lambda: int("12.5"), lambda: int("abc"), lambda: int("0x1f"), lambda: int("5", 37), lambda: int("9", 8), lambda: int(None), lambda: int("1__0"), lambda: float("one"), lambda: float("1e"), lambda: list(5), lambda: dict([1, 2]), lambda: dict("ab"), lambda: set(5), lambda: bytes("a"), lambda: chr(-1), lambda: ord("ab"), lambda: complex("1 +1j"), lambda: int(b"1x"), lambda: int("\n"), lambda: tuple(None)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(int(b"12"), bool("False"), int(True) + True, float("1") == 1, "5" * 3, int("5") * 3, str(5) + str(3), [*"12"], int("".join(["1", "2"])), "".join(map(str, [1, 2])))
