print("{} {} {}".format(1, "two", 3.0), "{0} {1} {0}".format("a", "b"), "{name} is {age}".format(name="Ann", age=3))
print("{0[1]} {0[0]}".format([10, 20]), "{d[key]} {d[other key]}".format(d={"key": "v", "other key": 2}), "{0.real} {0.imag}".format(3 + 4j))
print("{:>8}|{:<8}|{:^8}|{:*^8}|".format("a", "b", "c", "d"), "{:{}}|{:{w}.{p}f}".format("x", 5, 3.14159, w=8, p=2))
print("{{}} {{{}}}".format(1), "{!r} {!s} {!a}".format("é", "é", "é"), "{0!r:>6}".format("a"))
print("{:,} {:_} {:x} {:08.3f} {:+d} {:%}".format(1234567, 1234567, 255, 3.14159, 5, 0.25))
print("{a.b[0].c}".format(a=type("A", (), {"b": [type("B", (), {"c": "deep"})]})))
for template, args, kwargs in (
    ("{} {}", (1,), {}), ("{x}", (), {}), ("{0} {}", (1, 2), {}), ("{} {0}", (1, 2), {}), ("{", (), {}), ("}", (), {}), ("{0", (1,), {}), ("{!x}", (1,), {}),
    ("{0.nope}", (1,), {}), ("{0[5]}", ([1],), {}), ("{0[k]}", ({},), {}), ("{:d}", ("s",), {}), ("{!}", (1,), {}), ("{0[}", (1,), {}), ("{0.}", (1,), {}),
):
    try:
        print(template.format(*args, **kwargs))
    except Exception as e:
        print(repr(template), type(e).__name__, e)
print("{x} {y}".format_map({"x": 1, "y": 2}))


class Default(dict):
    def __missing__(self, key):
        return f"<{key}>"


print("{x} {unknown}".format_map(Default(x=1)))
print(format(255, "x"), format(3.14159, ".2f"), format("a", ">3"), format(None), format(True, "d"), repr(format("", "")))
try:
    format(1, 2)
except TypeError as e:
    print(e)
