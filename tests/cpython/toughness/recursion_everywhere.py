def attempt(label, action):
    try:
        action()
        print(label, "fine")
    except RecursionError as e:
        print(label, "RecursionError")


class Loop:
    def __str__(self): return str(self)
    def __repr__(self): return repr(self)
    def __eq__(self, o): return self == o
    def __hash__(self): return hash(self)
    def __len__(self): return len(self)
    def __iter__(self): return iter(self)
    def __call__(self): return self()
    def __add__(self, o): return self + o
    def __getitem__(self, k): return self[k]
    def __contains__(self, x): return x in self
    def __bool__(self): return bool(self)
    def __lt__(self, o): return self < o
    def __enter__(self):
        with self:
            pass
    def __exit__(self, *a): pass
    def __format__(self, spec): return format(self, spec)


x = Loop()
attempt("str", lambda: str(x))
attempt("repr", lambda: repr(x))
attempt("eq", lambda: x == 1)
attempt("hash", lambda: hash(x))
attempt("len", lambda: len(x))
attempt("iter", lambda: iter(x))
attempt("call", lambda: x())
attempt("add", lambda: x + 1)
attempt("getitem", lambda: x[0])
attempt("in", lambda: 1 in x)
attempt("bool", lambda: bool(x))
attempt("lt", lambda: x < x)
attempt("with", lambda: x.__enter__())
attempt("format", lambda: f"{x}")
attempt("sort", lambda: sorted([x, x]))
attempt("key", lambda: sorted([1], key=lambda v: sorted([1], key=lambda w: str(x))))


def gen():
    yield from gen()


attempt("generator", lambda: list(gen()))
f = lambda: f()
attempt("lambda", f)
m = lambda n: list(map(m, [n]))
attempt("map", lambda: m(1))
def deco(fn): return lambda: deco(fn)()
attempt("decorator", deco(print))
print("done")
