z = 3 + 4j
print(z, z.real, z.imag, abs(z), z.conjugate(), -z, +z, z * 2, z + 1, z - 1j, z * z, z / 2, z / (1 - 1j), z ** 2, z ** 0.5, 2 ** z, z == 3 + 4j, z != 3, 3 + 0j == 3)
print(complex(1, 2), complex("1+2j"), complex("3"), complex("j"), complex(2.5), complex(), complex("-1.5e3-2j"), complex(" 1j "), complex(1j, 2j), 1j * 1j, 0j, -0j, 1e20j, (1 + 0j), 1j ** 2, complex(-0.0, 1))
print(repr(1j), str(2 - 3j), [1j, 2 + 0j], complex(float("inf"), float("nan")), complex(0, -0.0), hash(1 + 0j) == hash(1), hash(1j), bool(0j), bool(1j))
for bad in (lambda: 1j < 2j, lambda: int(1j), lambda: float(1j), lambda: 1j // 1, lambda: 1j % 1, lambda: 1j / 0, lambda: complex("a"), lambda: complex("1 + 2j"), lambda: complex("1", 2), lambda: complex([]), lambda: round(1j), lambda: 0j ** -1, lambda: divmod(1j, 1)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


def mandelbrot(c, limit=30):
    z = 0
    for n in range(limit):
        if abs(z) > 2:
            return n
        z = z * z + c
    return limit


for y in range(-6, 7, 2):
    print("".join("#" if mandelbrot(complex(x / 10, y / 5)) == 30 else "." for x in range(-20, 8)))
