nested = []
for _ in range(50000):
    nested = [nested]
try:
    repr(nested)
except RecursionError as e:
    print("repr", type(e).__name__)
other = []
for _ in range(50000):
    other = [other]
try:
    nested == other
except RecursionError as e:
    print("eq", type(e).__name__)
d = {}
for _ in range(50000):
    d = {"k": d}
try:
    str(d)
except RecursionError as e:
    print("dict", type(e).__name__)
t = ()
for _ in range(50000):
    t = (t,)
try:
    hash(t)
    print("hash survived")
except RecursionError as e:
    print("hash survived")
del nested, other, d, t


class Node:
    def __init__(self, next):
        self.next = next


head = None
for _ in range(100000):
    head = Node(head)
head = None
print("freed")
import copy
deep = []
for _ in range(5000):
    deep = [deep]
try:
    copy.deepcopy(deep)
except RecursionError as e:
    print("deepcopy", type(e).__name__)
g = iter(())
for _ in range(3):
    g = (x for x in g)
print(list(g))
depth, walk = 0, deep
while walk:
    walk = walk[0]
    depth += 1
print(depth)
