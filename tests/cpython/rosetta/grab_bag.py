import functools
# Rosetta-like grab bag
def ackermann(m, n): return n + 1 if m == 0 else ackermann(m - 1, 1) if n == 0 else ackermann(m - 1, ackermann(m, n - 1))
print(ackermann(2, 3))
def look_and_say(n, s="1"):
    import re
    for _ in range(n): s = re.sub(r"(.)\1*", lambda m: str(len(m[0])) + m[1], s)
    return s
print(look_and_say(6))
def balanced(s):
    st, pairs = [], {")": "(", "]": "[", "}": "{"}
    for c in s:
        if c in pairs.values(): st.append(c)
        elif c in pairs and (not st or st.pop() != pairs[c]): return False
    return not st
print([balanced(x) for x in ("([]{})", "([)]", "", "((")])
def mandel():
    return "\n".join("".join(" .:*#"[min(4, next((i for i in range(20) if abs(functools.reduce(lambda z, _: z * z + complex(x / 10, y / 5), range(i), 0)) > 2), 20) // 5)] for x in range(-20, 8, 2)) for y in range(-5, 6, 2))
print(mandel())
class Matrix(list):
    def __matmul__(self, o): return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o)] for r in self])
    def __pow__(self, n): return functools.reduce(lambda a, _: a @ self, range(n - 1), self)
    def __str__(self): return "\n".join(" ".join(f"{x:>3}" for x in r) for r in self)
print(Matrix([[1, 1], [1, 0]]) ** 10)
def life(cells, n):
    from collections import Counter
    for _ in range(n):
        near = Counter((x + dx, y + dy) for x, y in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)
        cells = {c for c, k in near.items() if k == 3 or k == 2 and c in cells}
    return sorted(cells)
print(life({(0, 1), (1, 2), (2, 0), (2, 1), (2, 2)}, 4))
def base(n, b): return (base(n // b, b) if n >= b else "") + "0123456789ABCDEF"[n % b]
print([base(255, b) for b in (2, 8, 16)], int(base(12345, 7), 7))
def egcd(a, b): return (a, 1, 0) if not b else (lambda g, x, y: (g, y, x - a // b * y))(*egcd(b, a % b))
print(egcd(240, 46))
def powerset(s): return functools.reduce(lambda acc, x: acc + [p + [x] for p in acc], s, [[]])
print(powerset([1, 2, 3]))
def flatten(x): return [y for e in x for y in flatten(e)] if isinstance(x, list) else [x]
print(flatten([1, [2, [3, [4, []]]]]))
class LinkedList:
    class Node:
        def __init__(self, v, n=None): self.v, self.n = v, n
    def __init__(self, it=()):
        self.head = None
        for v in reversed(list(it)): self.head = self.Node(v, self.head)
    def __iter__(self):
        n = self.head
        while n: yield n.v; n = n.n
    def reverse(self):
        prev, cur = None, self.head
        while cur: cur.n, prev, cur = prev, cur, cur.n
        self.head = prev
    def __repr__(self): return " -> ".join(map(repr, self)) or "empty"
l = LinkedList("abc"); l.reverse(); print(l, LinkedList())
def bank():
    balance = 0
    def op(kind, amount):
        nonlocal balance
        match kind:
            case "deposit" if amount > 0: balance += amount
            case "withdraw" if amount <= balance: balance -= amount
            case _: raise ValueError(f"cannot {kind} {amount}")
        return balance
    return op
b = bank(); print(b("deposit", 10), b("withdraw", 4))
try: b("withdraw", 100)
except ValueError as e: print(e)
print(f"{'Item':<10}{'Price':>10}\n{'-' * 20}"); [print(f"{n:<10}{p:>10,.2f}") for n, p in [("Tea", 3.5), ("Car", 12345.678)]]
print(*("FizzBuzz"[i * i % 3 * 4:8 - -i ** 4 % 5] or i for i in range(1, 16)))
print("".join(chr(x) for x in range(0x4e00, 0x4e05)), "".join(reversed("abc")), "%s" % "日本".center(6, "*"), "naïve".upper(), "ß" == "ss".casefold())
print(round(0.1 + 0.2, 10), 1e3, 1.0e-7, 123456789.123456789, 1/3, -0.0, 1e400, 5 // 0.3, 2 ** 0.5, 10 % 3.3, float("1e-320"))
for line in """a=1
b = two
=3
c""".splitlines():
    k, sep, v = map(str.strip, line.partition("=")); print(repr(k), repr(sep), repr(v))
try: [].pop()
except IndexError as e: print(e)
try: {}.popitem()
except KeyError as e: print(e)
try: int("3.5")
except ValueError as e: print(e)
try: "abc".index("z")
except ValueError as e: print(e)
try: [1].index(2)
except ValueError as e: print(e)
try: (1,).index(2)
except ValueError as e: print(e)
try: [1].remove(2)
except ValueError as e: print(e)
try: {1}.remove(2)
except KeyError as e: print(e)
try: chr(-1)
except ValueError as e: print(e)
try: ord("ab")
except TypeError as e: print(e)
try: "{}".format()
except IndexError as e: print(e)
try: "%d" % "x"
except TypeError as e: print(e)
try: [1, 2] + (3,)
except TypeError as e: print(e)
try: "a" + 1
except TypeError as e: print(e)
try: 1 + "a"
except TypeError as e: print(e)
try: None + 1
except TypeError as e: print(e)
try: len(5)
except TypeError as e: print(e)
try: 5[0]
except TypeError as e: print(e)
try: None[0]
except TypeError as e: print(e)
try: {}[[]]
except TypeError as e: print(e)
try: sum(["a"])
except TypeError as e: print(e)
try: max()
except TypeError as e: print(e)
try: list(5)
except TypeError as e: print(e)
try: dict([1])
except TypeError as e: print(e)
try: float("x")
except ValueError as e: print(e)
try: bytes(-1)
except ValueError as e: print(e)
try: bytes([256])
except ValueError as e: print(e)
try: range(0, 1, 0)
except ValueError as e: print(e)
try: [] < {}
except TypeError as e: print(e)
try: print(undefined)
except NameError as e: print(e)
