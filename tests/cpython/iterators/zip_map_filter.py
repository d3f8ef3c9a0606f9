print(list(map(lambda x: x * 2, [1, 2])), list(map(pow, [2, 3], [3, 2])), list(map(None.__class__, [])), list(map(str, range(3))), list(map(max, "az", "by")))
print(list(filter(None, [0, 1, "", "a", None, []])), list(filter(lambda x: x > 1, [1, 2, 3])), list(filter(str.isdigit, "a1b2")))
print(list(zip()), list(zip("ab")), list(zip("ab", [1, 2, 3])), list(zip("ab", [1, 2], strict=True)), dict(zip("ab", range(2))))
for bad in (lambda: list(zip("ab", [1], strict=True)), lambda: list(zip("a", [1, 2], strict=True)), lambda: list(zip("a", [1], [], strict=True)), lambda: zip(5), lambda: map(), lambda: map(len), lambda: filter(1), lambda: list(map(5, [1])), lambda: list(filter(5, [1])), lambda: enumerate(), lambda: reversed({1}), lambda: list(map(lambda x: x, 5)), lambda: sum("ab"), lambda: sum([[1], [2]]), lambda: max([]), lambda: min(), lambda: max(5), lambda: any(5), lambda: sorted()):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
m = map(str, [1, 2, 3])
print(next(m), list(m), list(m), type(m).__name__, iter(m) is m)
print(list(enumerate("ab")), list(enumerate("ab", 5)), list(reversed([1, 2])), list(reversed("ab")), list(reversed({"x": 1, "y": 2})), sum([1, 2], 10), sum([[1], [2]], []), sum((0.5, 1)))
print(max(3, 1, 2), min("b", "a"), max([1, 5, 2], key=lambda x: -x), min([], default="none"), max("aB", key=str.lower), max((1, 2), (1, 3)), max(1, 1.0), max(1.0, 1), all([1, 2, 0]), any([0, "", 3]), all([]), any([]))
e = enumerate(iter("ab"))
print(next(e), next(e), next(e, None))
pairs = [(1, "a"), (2, "b")]
print(*zip(*pairs), [list(t) for t in zip(*pairs)], list(map(list, zip([1, 2], [3, 4]))))
print(list(map(lambda p: p[0] + p[1], [(1, 2), (3, 4)])), list(map(int, "1 2 3".split())), " ".join(map(str, [1, 2.5, None])))
print(len(list(zip(range(3), range(100)))), [i for i, x in enumerate("abcabc") if x == "b"], sum(map(len, ["a", "bb"])))
