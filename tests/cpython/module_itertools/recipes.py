from itertools import accumulate, chain, combinations, count, cycle, groupby, islice, pairwise, product, repeat, takewhile, tee, zip_longest


def take(n, it): return list(islice(it, n))
def flatten(l): return list(chain.from_iterable(l))
def powerset(it): s = list(it); return chain.from_iterable(combinations(s, r) for r in range(len(s) + 1))
def grouper(it, n, fill=None): return zip_longest(*[iter(it)] * n, fillvalue=fill)
def all_equal(it): return len(take(2, groupby(it))) <= 1
def first_true(it, default=None, pred=bool): return next(filter(pred, it), default)
def ncycles(it, n): return chain.from_iterable(repeat(tuple(it), n))
def quantify(it, pred=bool): return sum(map(pred, it))
def sliding(it, n):
    its = tee(it, n)
    for i, x in enumerate(its):
        next(islice(x, i, i), None)
    return zip(*its)


def unique(it, key=lambda x: x):
    seen = set()
    for x in it:
        if (k := key(x)) not in seen:
            seen.add(k)
            yield x


print(take(3, count(5)), flatten([[1], [2, 3]]), list(powerset("abc")), list(grouper("abcde", 2, "-")), all_equal("aaa"), all_equal("aab"), all_equal(""))
print(first_true([0, "", 3]), first_true([], "d"), list(ncycles("ab", 2)), quantify([1, 0, 1]), list(sliding("abcd", 3)), list(unique("aAbB", str.lower)))
print(list(zip("abc", cycle([0, 1]))), list(accumulate([100, -30, 50], lambda b, t: b + t)), list(accumulate(range(1, 8), lambda a, b: a * b)), [b - a for a, b in pairwise([1, 4, 9, 16])])
rle = lambda s: "".join(f"{k}{len(list(g))}" for k, g in groupby(s))
print(rle("aaabccd"), "".join(c * int(n) for c, n in grouper("a3b1c2", 2)))
runs = [[x for _, x in g] for _, g in groupby(enumerate([1, 2, 3, 7, 8, 10]), key=lambda p: p[1] - p[0])]
print(runs)
print([(a, b, c) for a, b, c in product(range(1, 14), repeat=3) if a < b < c and a * a + b * b == c * c])
fib = (a for a, _ in accumulate(repeat(None), lambda p, _: (p[1], sum(p)), initial=(0, 1)))
print(list(takewhile(lambda n: n < 60, fib)))
