squares = [n ** 2 for n in range(10)]
evens = [n for n in squares if n % 2 == 0]
print(squares, evens)
print([x + y for x in "ab" for y in "12"], [(x, y) for x in range(4) for y in range(x) if (x + y) % 2])
print({n: n * n for n in range(5)}, {v: k for k, v in {"a": 1, "b": 2}.items()})
print({n % 4 for n in range(20)}, {len(w) for w in ["a", "bb", "cc"]})
gen = (n for n in range(3))
print(type(gen).__name__, list(gen), list(gen))
print([[j for j in range(i)] for i in range(4)])
print([x if x > 2 else -x for x in range(5)], [x for x in range(20) if x % 2 if x % 3])
print([row[i] for i in range(2) for row in [[1, 2], [3, 4]]], [[row[i] for row in [[1, 2], [3, 4]]] for i in range(2)])
print([a for a, *b in [(1, 2, 3), (4,)]], [k + v for k, v in {"x": "y"}.items()], [x for x, in [(1,), (2,)]])
print(sum(x for x in range(5)), max((len(w), w) for w in ["aa", "b", "cc"]), any(x > 3 for x in range(5)), all(x for x in []))
print([(lambda: x)() for x in range(3)], [f() for f in [lambda: x for x in range(3)]])
print([y for x in range(3) if (y := x * 10) > 5], y)
print([*"ab", *[c for c in "cd"]], [i for i in range(5) if i not in {1, 3}])
print({(i, j): i * j for i in range(2) for j in range(2)}, {**{k: 1 for k in "ab"}, "c": 2})
try:
    [1 / x for x in (1, 0)]
except ZeroDivisionError as e:
    print(e)
print([[1, 2, 3][i] for i in (0, -1)], [[*range(n)] for n in range(3)], [() for _ in range(2)])


def f(n):
    return [n * i + k for i in range(3) for k in range(2)]


print(f(10), [z for z in f(1) if z], ["%d%s" % (d, s) for d, s in zip((1, 2), "ab")])
