# small ints hash to themselves, so the order of such a set is the same in every run
print({3, 2, 1}, {9, 8, 7, 6}, {10, 20, 30, 40}, {64, 32, 16, 8})
s = set()
for n in (5, 15, 25, 35, 3, 13):
    s.add(n)
    print(s)
for n in (15, 5):
    s.discard(n)
    print(s)
print(set(range(20)), set(range(0, 100, 10)))
print({2**k for k in range(10)})
print({n * n for n in range(12)})
print({-n for n in range(5)})
print({True, 2, 0}, {1.0, 2, 3.5 // 1})
big = set(range(100))
big -= set(range(0, 100, 2))
print(big)
a = {1, 2, 3, 100, 101}
b = {100, 3, 50}
print(a & b, b & a, a | b, b | a, a - b, a ^ b, b ^ a)
it = iter({30, 20, 10})
print(next(it), list(it))
print(list({5, 3, 9}), tuple({5, 3, 9}), sorted({5, 3, 9}), [*{8, 0}], list({7: "a", 3: "b"}))
print({1, 2, 3}.pop(), {9, 17, 1}.pop())
