from collections import deque
import heapq

MAZE = """\
##########
#S..#....#
#.#.#.##.#
#.#...#..#
#.#####.##
#......E.#
##########""".splitlines()


def find(ch):
    return next((r, c) for r, row in enumerate(MAZE) for c, x in enumerate(row) if x == ch)


def bfs(start, goal):
    came, queue = {start: None}, deque([start])
    while queue:
        pos = queue.popleft()
        if pos == goal:
            path = []
            while pos:
                path.append(pos)
                pos = came[pos]
            return path[::-1]
        for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            nxt = pos[0] + dr, pos[1] + dc
            if MAZE[nxt[0]][nxt[1]] != "#" and nxt not in came:
                came[nxt] = pos
                queue.append(nxt)


path = bfs(find("S"), find("E"))
print(len(path), path[:4])
for r, row in enumerate(MAZE):
    print("".join("*" if (r, c) in path[1:-1] else ch for c, ch in enumerate(row)))


def binary_search(a, x):
    lo, hi, steps = 0, len(a), 0
    while lo < hi:
        mid = (lo + hi) // 2
        steps += 1
        if a[mid] < x:
            lo = mid + 1
        else:
            hi = mid
    return (lo if lo < len(a) and a[lo] == x else None), steps


print(binary_search(range(0, 1000, 7), 343), binary_search([1, 3], 2))


def queens(n, row=0, cols=(), d1=(), d2=()):
    if row == n:
        yield cols
        return
    for c in range(n):
        if c not in cols and row + c not in d1 and row - c not in d2:
            yield from queens(n, row + 1, cols + (c,), d1 + (row + c,), d2 + (row - c,))


solution = next(queens(6))
print(solution, len(list(queens(6))))
for c in solution:
    print(" ".join("Q" if i == c else "." for i in range(6)))


def topo(deps):
    order, state = [], {}

    def visit(n, trail):
        if state.get(n) == 1:
            raise ValueError(" -> ".join(trail + [n]))
        if n not in state:
            state[n] = 1
            for d in deps.get(n, ()):
                visit(d, trail + [n])
            state[n] = 2
            order.append(n)
    for n in deps:
        visit(n, [])
    return order


print(topo({"app": ["db", "web"], "web": ["http"], "db": ["disk"]}))
try:
    topo({"a": ["b"], "b": ["c"], "c": ["a"]})
except ValueError as e:
    print("cycle:", e)


def knapsack(items, capacity):
    best = [(0, ())] * (capacity + 1)
    for name, weight, value in items:
        for w in range(capacity, weight - 1, -1):
            v, chosen = best[w - weight]
            best[w] = max(best[w], (v + value, chosen + (name,)))
    return best[capacity]


print(knapsack([("map", 9, 150), ("water", 153, 200), ("compass", 13, 35), ("tin", 68, 45), ("cheese", 23, 30)], 100))


def flood(grid, r, c, new):
    old = grid[r][c]
    todo = [(r, c)]
    while todo:
        r, c = todo.pop()
        if 0 <= r < len(grid) and 0 <= c < len(grid[0]) and grid[r][c] == old:
            grid[r][c] = new
            todo += [(r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)]
    return grid


print(flood([[1, 1, 0], [1, 0, 0], [0, 0, 1]], 0, 2, 7))
prims, seen, heap = 0, {0}, [(w, v) for v, w in ((1, 4), (2, 1))]
edges = {0: {1: 4, 2: 1}, 1: {0: 4, 2: 2, 3: 5}, 2: {0: 1, 1: 2, 3: 8}, 3: {1: 5, 2: 8}}
heapq.heapify(heap)
while heap:
    w, v = heapq.heappop(heap)
    if v not in seen:
        seen.add(v)
        prims += w
        for u, wu in edges[v].items():
            heapq.heappush(heap, (wu, u))
print(prims)
