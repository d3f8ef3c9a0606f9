vals = [0, 1, -1, 7, 255, -255, 1234567, -1234567, 10**20]
for spec in ["", "d", "5", "<8", ">8", "^8", "=8", "08", "+", " ", "-", "+8", "x", "#x", "X", "#X", "o", "#o", "b", "#b", ",", "_", "_x", "_b", "#_b", "e", ".2e", "f", ".1f", "g", ".3g", "%", ".1%", "n", "c" , "*>10", "*^+12,", "010_d", "+#010x", "08,", "z.1f"]:
    row = []
    for v in vals:
        try:
            row.append(format(v, spec))
        except (ValueError, OverflowError) as e:
            row.append(f"{type(e).__name__}:{e}")
    print(repr(spec), row)
fl = [0.0, -0.0, 1.0, -1.5, 3.14159, 1e10, 1e16, 1e17, 1.5e-5, 1e-7, 123456.789, float("inf"), float("-inf"), float("nan"), 1e300]
for spec in ["", "f", ".0f", ".3f", "#.0f", "e", ".0e", ".3e", "E", "g", ".3g", "#g", "G", "%", ".2%", ",", ",.2f", "_.2f", "10.2f", "<10.1f", "^10.1f", "+.1f", " .1f", "010.2f", "=+10.2f", ".10", ".3", "n", "z.0f", ".0", "x", "s", "d", "5c"]:
    row = []
    for v in fl:
        try:
            row.append(format(v, spec))
        except (ValueError, OverflowError) as e:
            row.append(f"{type(e).__name__}:{e}")
    print(repr(spec), row)
for spec in ["", "s", "10", "<10", ">10", "^10", "*^11", ".2", "10.2", ".0", "é>6", "=10", "05", "d", ",", "+", "<", "x<3s", "010", " ", "#", "z", "10.3s", "99999999999999999999"]:
    try:
        print(repr(spec), repr(format("hello", spec)))
    except (ValueError, OverflowError) as e:
        print(repr(spec), type(e).__name__, e)
for spec in ["", "f", ".2f", "e", "g", ">20", "+.1f", "10.2f", "=10", "d", "010.1f", ",.1f"]:
    for v in [1+2j, -1.5j, complex("nan"), 1e20+3j]:
        try:
            print(repr(spec), repr(format(v, spec)), end=" ")
        except ValueError as e:
            print(repr(spec), e, end=" ")
    print()
for v in [True, None, [1], (1,), {1: 2}, object, print, ..., b"x"]:
    for spec in ["", "10", "d", "s"]:
        try:
            r = format(v, spec)
            print(repr(r), end=" | ")
        except (ValueError, TypeError) as e:
            print(type(e).__name__, e, end=" | ")
    print()
