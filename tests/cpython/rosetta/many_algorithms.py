import heapq, bisect, random, math, itertools, functools
from collections import deque, defaultdict
def sieve(n):
    p = bytearray([1]) * (n + 1); p[:2] = b"\0\0"
    for i in range(2, math.isqrt(n) + 1):
        if p[i]: p[i * i::i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i, f in enumerate(p) if f]
print(sieve(60), len(sieve(10000)))
def quicksort(a): return a if len(a) < 2 else quicksort([x for x in a[1:] if x < a[0]]) + [a[0]] + quicksort([x for x in a[1:] if x >= a[0]])
random.seed(7); data = [random.randint(0, 99) for _ in range(15)]; print(data, quicksort(data) == sorted(data), random.choice("abc"), random.sample(range(10), 3), round(random.random(), 6), random.shuffle(data), data[:5])
def hanoi(n, a="A", b="B", c="C"): return [] if n == 0 else hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)
print(len(hanoi(6)), hanoi(2))
def permutations(s): return [s] if len(s) <= 1 else [c + p for i, c in enumerate(s) for p in permutations(s[:i] + s[i + 1:])]
print(permutations("abc"), len(permutations("abcde")))
def queens(n, row=0, cols=()): 
    if row == n: yield cols; return
    for c in range(n):
        if all(c != k and abs(c - k) != row - r for r, k in enumerate(cols)): yield from queens(n, row + 1, cols + (c,))
print(len(list(queens(6))), next(queens(8)))
g = {"A": {"B": 1, "C": 4}, "B": {"C": 2, "D": 5}, "C": {"D": 1}, "D": {}}
def dijkstra(g, s):
    dist, pq = {s: 0}, [(0, s)]
    while pq:
        d, u = heapq.heappop(pq)
        if d > dist[u]: continue
        for v, w in g[u].items():
            if d + w < dist.get(v, math.inf): dist[v] = d + w; heapq.heappush(pq, (d + w, v))
    return dist
print(dijkstra(g, "A"))
def bfs(maze, start, goal):
    q, seen = deque([(start, [start])]), {start}
    while q:
        (r, c), path = q.popleft()
        if (r, c) == goal: return path
        for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            p = r + dr, c + dc
            if 0 <= p[0] < len(maze) and 0 <= p[1] < len(maze[0]) and maze[p[0]][p[1]] != "#" and p not in seen: seen.add(p); q.append((p, path + [p]))
print(bfs(["..#", "#..", "..."], (0, 0), (2, 2)))
@functools.cache
def lcs(a, b): return "" if not a or not b else a[0] + lcs(a[1:], b[1:]) if a[0] == b[0] else max(lcs(a[1:], b), lcs(a, b[1:]), key=len)
print(lcs("AGGTAB", "GXTXAYB"))
def lev(a, b):
    prev = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        cur = [i]
        for j, y in enumerate(b, 1): cur.append(min(prev[j] + 1, cur[-1] + 1, prev[j - 1] + (x != y)))
        prev = cur
    return prev[-1]
print(lev("kitten", "sitting"))
def knap(items, cap):
    best = [0] * (cap + 1)
    for w, v in items:
        for c in range(cap, w - 1, -1): best[c] = max(best[c], best[c - w] + v)
    return best[cap]
print(knap([(1, 1), (3, 4), (4, 5), (5, 7)], 7))
def gcd(a, b): return a if b == 0 else gcd(b, a % b)
def collatz(n):
    while n != 1: yield n; n = 3 * n + 1 if n % 2 else n // 2
    yield 1
print(gcd(1071, 462), list(collatz(6)), max(range(1, 30), key=lambda n: len(list(collatz(n)))), [n for n in range(1, 500) if sum(d for d in range(1, n) if n % d == 0) == n], [n for n in range(100, 1000) if n == sum(int(d) ** 3 for d in str(n))])
def pascal(n): row = [1]; [print(*row) or row.__setitem__(slice(None), [1, *map(sum, itertools.pairwise(row)), 1]) for _ in range(n)]
pascal(4)
M = [[1, 2], [3, 4], [5, 6]]; print([list(r) for r in zip(*M)], [[sum(a * b for a, b in zip(r, c)) for c in zip(*[[1, 0], [0, 1]])] for r in M], sum(M, []), [*itertools.chain(*M)], max(map(max, M)))
def spiral(m): return m and [*m[0], *spiral([*zip(*m[1:])][::-1])]
print(spiral([[1, 2, 3], [4, 5, 6], [7, 8, 9]]))
def binsearch(a, x): i = bisect.bisect_left(a, x); return i if i < len(a) and a[i] == x else -1
print(binsearch([1, 3, 5, 7], 5), binsearch([1, 3], 2), bisect.bisect([1, 2, 2, 3], 2))
h = [5, 1, 8, 3]; heapq.heapify(h); print(h[0], heapq.nsmallest(2, h), heapq.nlargest(2, h), [heapq.heappop(h) for _ in range(4)], list(heapq.merge([1, 4], [2, 3])))
def topo(g):
    seen, out = set(), []
    def visit(n, path=()):
        if n in path: raise ValueError(f"cycle: {' -> '.join(path + (n,))}")
        if n not in seen:
            seen.add(n)
            for m in g.get(n, ()): visit(m, path + (n,))
            out.append(n)
    for n in g: visit(n)
    return out[::-1]
print(topo({"a": ["b", "c"], "b": ["d"], "c": ["d"]}))
try: topo({"a": ["b"], "b": ["a"]})
except ValueError as e: print(e)
print(2 ** 200, math.factorial(30), 3 ** 100 % 1000007, pow(3, 100, 1000007), int("1" * 40) * int("9" * 40), (10 ** 50 + 1) // 7, -(10 ** 30) // 3, divmod(10 ** 25, -7), 1 << 100, (1 << 100).bit_length(), hex(2 ** 70), f"{2 ** 70:,}", 10 ** 20 / 3, 10 ** 30 * 1.0, round(10 ** 20 + 55, -2), str(2 ** 300)[-10:], sum(int(d) for d in str(2 ** 1000)), math.comb(50, 25), math.isqrt(10 ** 40 + 1))
def fizz(n): return "Fizz" * (n % 3 == 0) + "Buzz" * (n % 5 == 0) or n
print(*map(fizz, range(1, 16)))
import operator as op
def rpn(expr):
    st, ops = [], {"+": op.add, "-": op.sub, "*": op.mul, "/": op.truediv, "^": op.pow}
    for t in expr.split():
        if t in ops: b, a = st.pop(), st.pop(); st.append(ops[t](a, b))
        else: st.append(float(t))
    [r] = st
    return r
print(rpn("3 4 2 * 1 5 - 2 3 ^ ^ / +"))
for bad in ("1 +", "1 2", "1 0 /", "a"):
    try: print(rpn(bad))
    except Exception as e: print(type(e).__name__, e)
