class Node:
    __slots__ = ("key", "value", "prev", "next")
    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.prev = self.next = None
class LRU:
    def __init__(self, capacity):
        if capacity <= 0:
            raise ValueError(f"capacity must be positive, not {capacity!r}")
        self.capacity, self.map = capacity, {}
        self.head, self.tail = Node(), Node()
        self.head.next, self.tail.prev = self.tail, self.head
    def _remove(self, n):
        n.prev.next, n.next.prev = n.next, n.prev
    def _push(self, n):
        n.prev, n.next = self.tail.prev, self.tail
        self.tail.prev.next = n
        self.tail.prev = n
    def __getitem__(self, k):
        n = self.map[k]
        self._remove(n); self._push(n)
        return n.value
    def __setitem__(self, k, v):
        if k in self.map: self._remove(self.map[k])
        n = self.map[k] = Node(k, v)
        self._push(n)
        if len(self.map) > self.capacity:
            old = self.head.next
            self._remove(old)
            del self.map[old.key]
    def __contains__(self, k): return k in self.map
    def __len__(self): return len(self.map)
    def __iter__(self):
        n = self.head.next
        while n is not self.tail:
            yield n.key
            n = n.next
    def __repr__(self): return f"{type(self).__name__}({', '.join(f'{k}={self.map[k].value}' for k in self)})"
c = LRU(2)
c["a"] = 1; c["b"] = 2; c["a"]; c["c"] = 3
print(c, "b" in c, len(c), list(c))
try: c["zz"]
except KeyError as e: print("missing", e)
try: LRU(0)
except ValueError as e: print(e)
n = Node()
try: n.other = 1
except AttributeError as e: print(e)
try: n.kee
except AttributeError as e: print(e)
print(Node.key, type(Node.key).__name__)
