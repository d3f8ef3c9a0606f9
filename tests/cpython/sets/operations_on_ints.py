a = {1, 2, 3, 4}
b = {3, 4, 5, 6}
print(a | b, a & b, a - b, a ^ b)
print(a.union(b, [9]), a.intersection(b, {4}), a.difference(b, {1}), a.symmetric_difference(b))
print({3, 1, 2, 2, 1}, set(), set([5, 5, 5]), set(range(5)), set("a"), len({1, 1.0, True}))
a.add(10)
a.discard(99)
a.remove(1)
a.update([20], {30})
print(a, len(a))
a &= {2, 3, 20}
a |= {7}
a -= {20}
a ^= {7, 8}
print(a)
print({1, 2} <= {1, 2, 3}, {1, 2} < {1, 2}, {1, 2} <= {1, 2}, {3} > set(), {1, 2}.issubset(range(5)), {1, 2, 3}.issuperset([1]), {1}.isdisjoint({2}))
print({1, 2} == {2, 1}, {1} == [1], {1} == frozenset([1]), {1, 2} < {3}, 3 in a)
f = frozenset([1, 2, 3])
print(f, f | {4}, type({4} | f).__name__, type(f | {4}).__name__, {f: "key"}[frozenset([3, 2, 1])], frozenset())
print(sorted({frozenset([1]), frozenset([2])}, key=sorted), {1, 2}.copy(), {x % 3 for x in range(10)})
for bad in (lambda: {1} | [2], lambda: {1} + {2}, lambda: {[]}, lambda: set(5), lambda: {1}.remove(2), lambda: {1}[0], lambda: f.add(1), lambda: {1} < [2], lambda: set(1, 2)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(max({3, 9, 2}), sum({1, 2, 3}), sorted({3, 1, 2}), {1, 2}.pop() in (1, 2), bool(set()))
print({100, 200, 5, 1}, {-1, 0, 1}, {8, 16, 24, 0}, {1000, 7, 33})
