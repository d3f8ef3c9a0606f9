from itertools import combinations, combinations_with_replacement, permutations, product

print(list(product("ab", [1, 2])), list(product([0, 1], repeat=2)), list(product()), list(product("ab", [])), len(list(product("abc", repeat=3))))
print(list(permutations("abc")), list(permutations([1, 2, 3], 2)), list(permutations("a")), list(permutations([])), list(permutations("ab", 3)))
print(list(combinations("abcd", 2)), list(combinations([1, 2, 3], 3)), list(combinations("ab", 0)), list(combinations("ab", 5)))
print(list(combinations_with_replacement("ab", 2)), list(combinations_with_replacement([1, 2], 3)))
print(["".join(p) for p in permutations("aab")], sorted(set("".join(p) for p in permutations("aab"))))
print([c for c in combinations(range(1, 10), 3) if sum(c) == 15], sum(1 for _ in combinations(range(10), 5)))
for bad in (lambda: permutations("ab", -1), lambda: combinations("ab"), lambda: combinations(5, 2), lambda: product(5), lambda: combinations("ab", -1), lambda: product("ab", repeat=-1), lambda: permutations("ab", "x")):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


def solve():
    for a, b, c in permutations(range(1, 10), 3):
        if 100 * a + 10 * b + c == a ** 3 + b ** 3 + c ** 3:
            yield a * 100 + b * 10 + c


print(list(solve()))
rooks = [p for p in permutations(range(5)) if len({p[i] + i for i in range(5)}) == 5 and len({p[i] - i for i in range(5)}) == 5]
print(len(rooks), rooks[0])
dice = [a + b for a, b in product(range(1, 7), repeat=2)]
print({t: dice.count(t) for t in sorted(set(dice))})
coins = [c for n in range(1, 5) for c in combinations_with_replacement([1, 5, 10], n) if sum(c) == 16]
print(coins)
