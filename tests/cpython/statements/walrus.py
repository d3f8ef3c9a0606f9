import re

data = [5, 12, 7, 20]
if (n := len(data)) > 3:
    print(f"{n} items")
while (x := data.pop()) != 12:
    print("popped", x)
print(x, data)
print([y := 1, y + 1, y ** 2], y)
print((a := 5) + (b := a * 2), a, b)
if any((hit := w).startswith("c") for w in ["ab", "cd", "ef"]):
    print("hit", hit)
print([(v, sq) for v in range(5) if (sq := v * v) > 3], sq)
def f(x): return x
print(f(z := 3), z, f(x=(q := 4)), q)
if m := re.match(r"(\d+)-(\d+)", "10-20"):
    print(m.groups())
chunks = iter(["ab", "cd", ""])
while chunk := next(chunks):
    print(chunk)
print((w := 1, 2), w)
x = (y := 3) if n > 10 else (y := 4)
print(x, y)
total = 0
print([total := total + v for v in (1, 2, 3)])
lam = lambda: (inner := 5) + inner
print(lam(), "inner" in globals())
print({(k := "key"): (val := 1)}, k, val, f"{(fmt := 10)} {fmt:>5}")
def scope():
    [captured := i for i in range(3)]
    return captured
print(scope())
assert (ok := True), "never"
print(ok, not (no := False), no)
