class Node:
    __slots__ = ("value", "next")

    def __init__(self, value, next=None):
        self.value, self.next = value, next


class LinkedList:
    def __init__(self, values=()):
        self.head, self._size = None, 0
        for v in reversed(list(values)):
            self.push(v)

    def push(self, value):
        self.head = Node(value, self.head)
        self._size += 1

    def pop(self):
        if self.head is None:
            raise IndexError("pop from empty LinkedList")
        node, self.head = self.head, self.head.next
        self._size -= 1
        return node.value

    def reverse(self):
        previous = None
        node = self.head
        while node:
            node.next, previous, node = previous, node, node.next
        self.head = previous

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def __len__(self): return self._size
    def __repr__(self): return f"LinkedList({list(self)})"
    def __eq__(self, other): return isinstance(other, LinkedList) and list(self) == list(other)


l = LinkedList("abc")
l.push("z")
l.reverse()
print(l, len(l), "b" in l, l.pop(), list(l), l == LinkedList("ba" "z"), sorted(l), max(l), [*l])
try:
    LinkedList().pop()
except IndexError as e:
    print(e)


class Tree:
    def __init__(self):
        self.root = None

    def insert(self, key):
        def add(node):
            if node is None:
                return [key, None, None]
            side = 1 if key < node[0] else 2
            node[side] = add(node[side])
            return node
        self.root = add(self.root)
        return self

    def __iter__(self):
        def walk(node):
            if node:
                yield from walk(node[1])
                yield node[0]
                yield from walk(node[2])
        return walk(self.root)

    def depth(self):
        d = lambda n: 0 if n is None else 1 + max(d(n[1]), d(n[2]))
        return d(self.root)

    def show(self, node=..., level=0):
        node = self.root if node is ... else node
        if node:
            self.show(node[2], level + 1)
            print("   " * level + str(node[0]))
            self.show(node[1], level + 1)


t = Tree()
for k in (5, 2, 8, 1, 9, 3):
    t.insert(k)
print(list(t), t.depth(), 8 in t, sum(t))
t.show()


class Stack(list):
    push = list.append
    @property
    def top(self): return self[-1]


def balanced(text):
    pairs, stack = {")": "(", "]": "[", "}": "{"}, Stack()
    for ch in text:
        if ch in "([{":
            stack.push(ch)
        elif ch in pairs and (not stack or stack.pop() != pairs[ch]):
            return False
    return not stack


print([balanced(s) for s in ("([]{})", "([)]", "((", "", "a(b)c]")])
