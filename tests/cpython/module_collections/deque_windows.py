from collections import deque


def moving_average(values, n):
    window = deque(maxlen=n)
    for v in values:
        window.append(v)
        if len(window) == n:
            yield sum(window) / n


print([round(x, 2) for x in moving_average([1, 4, 7, 2, 8, 5], 3)])


def tail(lines, n=2):
    return list(deque(lines, n))


print(tail("one two three four".split()))


def josephus(n, k):
    people = deque(range(1, n + 1))
    out = []
    while people:
        people.rotate(-(k - 1))
        out.append(people.popleft())
    return out


print(josephus(7, 3))


class History:
    def __init__(self, size):
        self.undo_stack, self.redo_stack = deque(maxlen=size), deque()
        self.text = ""

    def type(self, s):
        self.undo_stack.append(self.text)
        self.redo_stack.clear()
        self.text += s

    def undo(self):
        if self.undo_stack:
            self.redo_stack.appendleft(self.text)
            self.text = self.undo_stack.pop()

    def redo(self):
        if self.redo_stack:
            self.undo_stack.append(self.text)
            self.text = self.redo_stack.popleft()


h = History(2)
for s in ("a", "b", "c"):
    h.type(s)
h.undo()
h.undo()
h.undo()
print(h.text)
h.redo()
print(h.text, h.undo_stack, h.redo_stack)


def palindrome(s):
    d = deque(c for c in s.lower() if c.isalnum())
    while len(d) > 1:
        if d.pop() != d.popleft():
            return False
    return True


print(palindrome("Never odd or even"), palindrome("no"))
queue = deque([("printer", 3), ("scanner", 1), ("fax", 2)])
turns = []
while queue:
    name, left = queue.popleft()
    turns.append(name)
    if left > 1:
        queue.append((name, left - 1))
print(turns)
