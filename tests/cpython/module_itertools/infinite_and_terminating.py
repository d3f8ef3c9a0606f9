from itertools import accumulate, batched, chain, compress, count, cycle, dropwhile, filterfalse, groupby, islice, pairwise, repeat, starmap, takewhile, tee, zip_longest
import operator

print(list(islice(count(10), 3)), list(islice(count(1, 0.5), 3)), list(islice(cycle("ab"), 5)), list(repeat("x", 3)), list(islice(repeat(0), 2)), next(count()), count(5), repeat(1, 2), count(2, 3))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 4], max)), list(accumulate([1, 2, 3], operator.mul)), list(accumulate([1, 2], initial=100)), list(accumulate("abc")), list(accumulate([])))
print(list(chain("ab", [1, 2])), list(chain.from_iterable(["ab", "cd"])), list(compress("abcdef", [1, 0, 1, 0, 1, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(filterfalse(lambda x: x % 2, range(6))), list(filterfalse(None, [0, 1, ""])))
print([(k, list(g)) for k, g in groupby("aaabbca")], [(k, len(list(g))) for k, g in groupby([1, 1, 2, 3, 3], key=lambda x: x % 2)], [k for k, _ in groupby([])])
print(list(islice("abcdef", 2)), list(islice("abcdef", 2, 4)), list(islice("abcdef", 1, None, 2)), list(islice("abc", 0)), list(pairwise("abcd")), list(pairwise([1])), list(starmap(pow, [(2, 3), (3, 2)])), list(batched("abcdefg", 3)))
a, b = tee([1, 2, 3])
print(next(a), next(a), list(b), list(a), list(zip_longest("abc", [1], fillvalue="-")), list(zip_longest("a", "bc")))
people = [("ann", "dev"), ("bob", "dev"), ("cid", "ops"), ("dee", "dev")]
for role, group in groupby(sorted(people, key=lambda p: p[1]), key=lambda p: p[1]):
    print(role, [name for name, _ in group])
groups = groupby("aab")
k1, g1 = next(groups)
k2, g2 = next(groups)
print(k1, list(g1), k2, list(g2))
for bad in (lambda: islice("abc", -1), lambda: list(chain(5)), lambda: batched("a", 0), lambda: count("a"), lambda: list(batched("abc", 2, strict=True)), lambda: list(starmap(pow, [5])), lambda: repeat(), lambda: tee([1], -1), lambda: list(islice("abc", 1, 2, 0)), lambda: accumulate(), lambda: cycle(5)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
evens = filter(lambda n: n % 2 == 0, count())
print(list(islice(map(lambda n: n ** 2, evens), 4)), sum(takewhile(lambda n: n < 100, (n * n for n in count(1)))))
