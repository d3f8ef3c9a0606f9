import heapq

h = []
for n in [5, 1, 8, 3, 2, 9]:
    heapq.heappush(h, n)
    print(h)
print([heapq.heappop(h) for _ in range(len(h))])
l = [9, 4, 7, 1, 8, 2]
heapq.heapify(l)
print(l, heapq.heappushpop(l, 5), l, heapq.heapreplace(l, 0), l, heapq.nsmallest(3, l), heapq.nlargest(2, l), heapq.nlargest(2, ["a", "ccc", "bb"], key=len), list(heapq.merge([1, 4, 7], [2, 5], [3])), list(heapq.merge([3, 1], [2], reverse=True)), heapq.nsmallest(10, [2, 1]))
tasks = []
for i, (p, name) in enumerate([(2, "code"), (1, "spec"), (3, "test"), (1, "plan")]):
    heapq.heappush(tasks, (p, i, name))
while tasks:
    print(heapq.heappop(tasks), end=" ")
print()
for bad in (lambda: heapq.heappop([]), lambda: heapq.heappush(5, 1), lambda: heapq.heappush([1], "a"), lambda: heapq.heapify((1, 2))):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


def dijkstra(graph, start):
    dist, queue = {start: 0}, [(0, start)]
    while queue:
        d, u = heapq.heappop(queue)
        if d > dist[u]:
            continue
        for v, w in graph[u].items():
            if d + w < dist.get(v, float("inf")):
                dist[v] = d + w
                heapq.heappush(queue, (d + w, v))
    return dist


print(dijkstra({"A": {"B": 7, "C": 3}, "B": {"D": 2}, "C": {"B": 1, "D": 8}, "D": {}}, "A"))


def huffman(text):
    heap = [[text.count(c), c] for c in sorted(set(text))]
    codes = {c: "" for _, c in heap}
    heapq.heapify(heap)
    while len(heap) > 1:
        a, b = heapq.heappop(heap), heapq.heappop(heap)
        for c in a[1]: codes[c] = "0" + codes[c]
        for c in b[1]: codes[c] = "1" + codes[c]
        heapq.heappush(heap, [a[0] + b[0], a[1] + b[1]])
    return codes


print(huffman("abracadabra"))
