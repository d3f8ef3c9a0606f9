def show(*args, **kwargs): print(args, kwargs)
show(*[1, 2], *(3,), *"ab", **{"x": 1}, **dict(y=2)); show(*range(3), 9, *{7: 1}); show(**{"a b": 1}); show(*(), **{})
a, b = b, a = 1, 2; print(a, b)
(a, b), [c, d] = (1, 2), "xy"; print(a, b, c, d)
first, *_, last = range(10); print(first, last, len(_))
*init, tail = "hello"; print(init, tail)
head, *mid, tail = [1, 2]; print(head, mid, tail)
[*x], y = [1, 2], 3; print(x, y)
for i, (j, *k) in enumerate([(1, 2, 3), "ab"]): print(i, j, k)
print([*range(3), *"ab"], (*[1], 2), {*[1, 1], 2}, {**{"a": 1}, "b": 2, **{"a": 3}}, *[1, 2], sep="-")
x = 1,; print(x, type(x), (1), (1,), ())
a = b = c = [0]; a += [1]; print(b, c is a)
a, a = 1, 2; print(a)
i = 0; l = [0, 0]; i, l[i] = 1, 9; print(i, l)
d = {}; d["k"], d["m"] = 1, 2; print(d)
class O: pass
o = O(); o.x, o.y = 1, 2; print(vars(o))
x, y, z = 1, *[2, 3]; print(x, y, z)
m = [[1, 2], [3, 4]]; (p, q), (r, s) = m; print(p, q, r, s); print([list(t) for t in zip(*m)], dict([*zip("ab", [1, 2])]))
def f(): return 1, 2, 3
q, *w = f(); print(q, w)
lst = [1, 2, 3, 4, 5]; lst[1:3], lst[0] = [9], 8; print(lst)
x = y = 5; x += 1; print(x, y); x -= 2; x *= 3; x //= 2; x **= 2; x %= 7; x <<= 2; x |= 1; x &= 6; x ^= 3; x >>= 1; print(x); s = "a"; s *= 3; s += "b"; print(s); t = (1,); t += (2,); print(t); f1 = 7; f1 /= 2; print(f1)
t = ([1], 2)
try: t[0] += [3]
except TypeError as e: print(e, t)
n = [1, 2, 3]; n[1:] = n[:2]; print(n); n *= 2; print(n); del n[::2]; print(n); del n[:]; print(n)
if (n := len("abc")) > 2 and (m := n * 2): print(n, m)
print([y := 5, y ** 2], (lambda: (z := 3) + z)(), [v for u in range(4) if (v := u * u) > 1], any((w := k) > 2 for k in range(5)), w)
print(1 < 2 < 3, 1 < 3 > 2, 3 > 2 == 2, not 1 == 2, 1 if [] else 2, [] or {} or "x", 0 and 1, None is None, (1 < 2) == True, 1 < 2 == True, "a" < "b" < "c", 5 == 5.0 == complex(5))
print(2 ** 3 ** 2, -2 ** 2, (-2) ** 2, 7 // 2 * 2, 7 % 3 - 1, 1 + 2 * 3 % 2, not True or True, 1 | 2 & 3 ^ 4, ~5 + 1, 10 - 5 - 2, 2 * 3 ** 2, -7 // 2, 1 if 0 else 2 if 0 else 3, 5 in [5] == True, 3 & 1 == 1, "a" "b" * 2, 1 << 2 + 1, await_ if (await_ := 0) else "e")
x = 10
def glob():
    global x
    x += 1
    return x
print(glob(), x)
del x
try: x
except NameError as e: print(e)
print(*sorted({"b": 2, "a": 1}.items()), *map(lambda p: p[0] * p[1], [("a", 2)]), end="!\n"); print(end=""); print(sep="x"); print("a", "b", sep=""); print("a\n", end=""); print(None, True, 1.0, [None], {"k": None}); print("x", 1, [2], sep=", ", end=".\n", flush=True)
for e in ("print(1, sep=2)", "print(1, end=3)", "print(1, foo=2)", "print(1, file=5)"):
    try: exec(e)
    except Exception as ex: print(type(ex).__name__, ex)
