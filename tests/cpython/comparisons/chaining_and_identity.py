def v(n):
    print("v", n, end=" ")
    return n


print(v(1) < v(2) < v(3))
print(v(3) < v(2) < v(1))
print(v(1) == v(1) != v(2) in [2, 3])
print(1 < 2 == 2 > 1, 1 < 2 < 3 < 4 < 3, (1 < 2) < 3, 3 > 2 > 1 > 0, 1 == 1 == 1.0, not 1 == 2, 1 in [1] == True, (1 in [1]) == True)
print(None is None, None == None, None == 0, None == False, [] is not [], () == (), "a" is not None, ... is Ellipsis, True is True, 1 == True, 0 == False, "" == False, [] == False)
print([1, 2] < [1, 2, 3], (1, "a") < (1, "b"), (2,) > (1, 99), [] < [1], [[1], 2] < [[1], 3], "abc" < "abd", (1, 2) == [1, 2], {"a": 1} == {"a": 1.0}, {1} == {1.0}, 1 < 1.5, True < 2)
for bad in (lambda: 1 < "1", lambda: (1,) < [1], lambda: {} < {}, lambda: None < None, lambda: [1] < ["a"], lambda: object() < object(), lambda: 1 > None, lambda: max(1, "a"), lambda: (1, None) < (1, 2), lambda: print < len, lambda: int < str, lambda: {1} < 2, lambda: b"a" < "a"):
    try:
        print(bad())
    except TypeError as e:
        print(e)
print(b"a" == "a", 5 == "5", [1] == (1,), range(3) == range(0, 3), range(0) == range(5, 5), {1: 2}.items() == {(1, 2)}, frozenset([1]) == {1})
print(0 or "default", "" or [] or None, 1 and 2 and 3, 0 and 1 / 0, None or 0, not [] and "empty", 1 or 1 / 0, [] and 5)
x = 5
print(x if x > 3 else -x, "odd" if x % 2 else "even", "a" if x > 9 else "b" if x > 7 else "c", (x > 3 and "yes") or "no", not (x > 3), not not x)
class AlwaysEq:
    def __eq__(self, o): return True
class NeverEq:
    def __eq__(self, o): return False
n = NeverEq()
print(AlwaysEq() == 5, 5 == AlwaysEq(), AlwaysEq() != 5, n == n, n in [n], [n] == [n], (n,) == (n,), 5 in [AlwaysEq()], [1, AlwaysEq()].index(99), [n].count(n))
class Weird:
    def __eq__(self, o): return "maybe"
    def __lt__(self, o): return []
print(Weird() == 1, Weird() != 1, Weird() < 1, 1 > Weird(), bool(Weird() < 1), Weird() == 1 == 2)
