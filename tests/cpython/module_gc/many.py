# Garbage that only a collector frees.
class Tree:
    def __init__(self, depth, parent=None):
        self.parent = parent
        self.load = [0] * 200
        self.children = [Tree(depth - 1, self) for _ in range(2)] if depth else []


total = 0
for _ in range(150):
    total += len(Tree(5).children)
print(total)
for _ in range(70):
    big = [None] * 1_000_000
    big[0] = big
print(len(big))
