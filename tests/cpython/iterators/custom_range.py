class FRange:
    def __init__(self, start, stop=None, step=1.0):
        self.start, self.stop = (0.0, start) if stop is None else (start, stop)
        if step == 0:
            raise ValueError("step must not be zero")
        self.step = step

    def __len__(self):
        import math
        return max(0, math.ceil((self.stop - self.start) / self.step))

    def __getitem__(self, index):
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError("FRange index out of range")
        return self.start + index * self.step

    def __contains__(self, x):
        q = (x - self.start) / self.step
        return q == int(q) and 0 <= q < len(self)

    def __eq__(self, other): return list(self) == list(other)
    def __repr__(self): return f"FRange({self.start}, {self.stop}, {self.step})"


r = FRange(0, 2, 0.5)
print(list(r), len(r), r[1], r[-1], r[1:3], r[::-1], 1.5 in r, 0.3 in r, list(reversed(r)), r, sum(r), max(r), bool(FRange(0)), FRange(2) == [0.0, 1.0])
for bad in (lambda: r[9], lambda: FRange(1, 2, 0), lambda: r["a"], lambda: r[1:2:0]):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


class Peekable:
    def __init__(self, it): self._it, self._buffer = iter(it), []
    def __iter__(self): return self

    def __next__(self):
        return self._buffer.pop() if self._buffer else next(self._it)

    def peek(self, default=None):
        try:
            value = next(self)
        except StopIteration:
            return default
        self._buffer.append(value)
        return value


p = Peekable([1, 2, 3])
print(p.peek(), next(p), p.peek(), list(p), p.peek("empty"))


def roundrobin(*its):
    its = [iter(i) for i in its]
    while its:
        for it in its[:]:
            try:
                yield next(it)
            except StopIteration:
                its.remove(it)


print(*roundrobin("abc", [1], range(4)))


class Grid:
    def __init__(self, w, h): self.w, self.h = w, h
    def __iter__(self): return ((x, y) for y in range(self.h) for x in range(self.w))


print(list(Grid(2, 2)), len(set(Grid(3, 3))), (1, 1) in Grid(2, 2))
class Once:
    def __init__(self): self.used = False
    def __iter__(self):
        if self.used: raise RuntimeError("already consumed")
        self.used = True
        return iter([1, 2])
o = Once()
print(list(o))
try:
    list(o)
except RuntimeError as e:
    print(e)
