class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        if len({len(r) for r in self.rows}) > 1:
            raise ValueError("rows must have the same length")

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def shape(self): return len(self.rows), len(self.rows[0])

    @property
    def T(self): return Matrix(zip(*self.rows))

    def __getitem__(self, key):
        match key:
            case (int(i), int(j)): return self.rows[i][j]
            case (slice() as s, int(j)): return [r[j] for r in self.rows[s]]
            case int(i): return self.rows[i]
            case _: raise TypeError(f"bad index {key!r}")

    def __setitem__(self, key, value):
        i, j = key
        self.rows[i][j] = value

    def __add__(self, other):
        if self.shape != other.shape:
            raise ValueError(f"shapes {self.shape} and {other.shape}")
        return Matrix([a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows))

    def __mul__(self, k): return Matrix([x * k for x in r] for r in self.rows)
    __rmul__ = __mul__
    def __neg__(self): return self * -1

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            return NotImplemented
        return Matrix([sum(a * b for a, b in zip(row, col)) for col in other.T.rows] for row in self.rows)

    def __pow__(self, n):
        result = Matrix.identity(len(self.rows))
        for _ in range(n):
            result = result @ self
        return result

    def __eq__(self, other): return self.rows == getattr(other, "rows", None)

    def det(self):
        if self.shape == (1, 1):
            return self[0, 0]
        return sum((-1) ** j * self[0, j] * Matrix([r[:j] + r[j + 1:] for r in self.rows[1:]]).det() for j in range(len(self.rows)))

    def __str__(self):
        width = max(len(str(x)) for r in self.rows for x in r)
        return "\n".join("[" + " ".join(f"{x:>{width}}" for x in r) + "]" for r in self.rows)


a = Matrix([[1, 2], [3, 4]])
b = Matrix([[0, 1], [1, 0]])
print(a @ b, a + b, 2 * a, -a, a ** 5, a.T, sep="\n\n")
print(a[0, 1], a[1], a[:, 0], a.det(), Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 1]]).det(), a == Matrix([(1, 2), (3, 4)]), a.shape)
a[0, 0] = 100
print(a)
for bad in (lambda: Matrix([[1], [1, 2]]), lambda: a + Matrix([[1]]), lambda: a @ Matrix([[1]]), lambda: a["x"], lambda: a @ 5):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
fib = Matrix([[1, 1], [1, 0]]) ** 30
print(fib[0, 1])
