from collections import deque

d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, d.pop(), d.popleft(), d, len(d), d[0], d[-1], 2 in d)
d.extend([5, 6])
d.extendleft([-1, -2])
print(d)
d.rotate(2)
print(d)
d.rotate(-3)
print(d, list(reversed(d)), d.index(3), d.count(5))
d.insert(2, "x")
d.remove(6)
d[0] = "first"
del d[1]
print(d, d.copy(), d == deque(d), deque("ab") + deque("c"), deque([1]) * 3, deque([1, 2]) < deque([1, 3]))
last = deque(maxlen=3)
for i in range(6):
    last.append(i)
print(last, last.maxlen, d.maxlen)
last.appendleft("L")
print(last, deque("abcdef", 2), deque([], maxlen=0))
d.reverse()
print(d)
d.clear()
print(d, bool(d), list(d))
for bad in (lambda: d.pop(), lambda: d.popleft(), lambda: d[0], lambda: last.insert(0, 1), lambda: d.remove(1), lambda: last[5], lambda: deque(5), lambda: deque([1], maxlen=-1), lambda: last[1:2], lambda: deque([1]).index(9), lambda: hash(d)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
try:
    q = deque([1, 2])
    for x in q:
        q.append(x)
except RuntimeError as e:
    print(e)


def bfs(graph, start):
    seen, queue = [start], deque([start])
    while queue:
        for n in graph[queue.popleft()]:
            if n not in seen:
                seen.append(n)
                queue.append(n)
    return seen


print(bfs({"a": "bc", "b": "d", "c": "d", "d": ""}, "a"))
