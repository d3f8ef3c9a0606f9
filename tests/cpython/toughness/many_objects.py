total = 0
items = []
for i in range(20000):
    items.append((i, str(i), {"n": i}))
print(len(items), items[-1], sum(x[0] for x in items))
d = {i: i * i for i in range(20000)}
print(len(d), d[19999])
for i in range(0, 20000, 2):
    del d[i]
print(len(d), list(d)[:3])
text = ""
for i in range(2000):
    text += str(i)
print(len(text), text[-8:])
s = set()
for i in range(10000):
    s.add(i % 1000)
print(len(s), sum(s))
nested = {}
node = nested
for i in range(500):
    node["child"] = {}
    node = node["child"]
depth = 0
while nested:
    nested = nested.get("child")
    depth += 1
print(depth)
matrix = [[i * j for j in range(100)] for i in range(100)]
print(sum(map(sum, matrix)), matrix[99][99])
words = ("word%d " % (i % 50) for i in range(5000))
counts = {}
for w in words:
    counts[w] = counts.get(w, 0) + 1
print(len(counts), counts["word7 "])
queue = list(range(3000))
while len(queue) > 1:
    a = queue.pop()
    b = queue.pop()
    queue.append(a ^ b)
print(queue)
big = 1
for i in range(1, 300):
    big *= i
print(len(str(big)), big % 1000007)
f = [0, 1]
while len(f) < 300:
    f.append(f[-1] + f[-2])
print(f[299])
