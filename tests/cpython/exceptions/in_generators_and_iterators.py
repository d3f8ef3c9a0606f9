def careful():
    while True:
        try:
            value = yield
            print("half of", value, "is", value / 2)
        except TypeError as e:
            print("skipped:", e)


c = careful()
next(c)
c.send(4)
c.send("x")
c.send(10)
c.close()


def source():
    yield 1
    raise LookupError("source broke")


def relay():
    try:
        yield from source()
    except LookupError as e:
        yield f"recovered from {e}"
        raise RuntimeError("relay broke") from e


r = relay()
print(next(r), next(r))
try:
    next(r)
except RuntimeError as e:
    print(e, "|", e.__cause__)
print(list(r))


class Flaky:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n == 3:
            raise ValueError("hiccup")
        if self.n > 5:
            raise StopIteration
        return self.n


f = Flaky()
got = []
while True:
    try:
        for x in f:
            got.append(x)
        break
    except ValueError as e:
        got.append(str(e))
print(got)
for consume in (list, sum, max, tuple, sorted, lambda it: [*it], lambda it: dict.fromkeys(it), lambda it: ",".join(map(str, it)), lambda it: {**dict.fromkeys(it)}):
    try:
        print(consume(Flaky()))
    except ValueError as e:
        print("consumer saw", e)


def cleanup_order():
    try:
        yield 1
    finally:
        print("closing generator")


def use():
    for x in cleanup_order():
        raise KeyError(x)


try:
    use()
except KeyError as e:
    print("after", e)


def reraise_later():
    saved = None
    try:
        int("z")
    except ValueError as e:
        saved = e
    yield "waiting"
    raise saved


g = reraise_later()
print(next(g))
try:
    next(g)
except ValueError as e:
    print(e, e.__context__)
try:
    g.throw(KeyError)
except KeyError as e:
    print("thrown into a finished generator:", repr(e))
