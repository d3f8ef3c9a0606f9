import itertools, collections
def read(lines):
    for line in lines:
        line = line.strip()
        if line and not line.startswith("#"):
            yield line
def parse(lines):
    for n, line in enumerate(lines, 1):
        try:
            key, value = line.split("=", 1)
        except ValueError:
            print(f"line {n}: bad {line!r}")
            continue
        yield key.strip(), value.strip()
text = """
# config
name = demo
size=10
broken line
ratio = 0.5
list = a,b,c
"""
def convert(pairs):
    for k, v in pairs:
        for t in (int, float):
            try:
                v = t(v)
                break
            except (ValueError, TypeError):
                pass
        else:
            if "," in v:
                v = v.split(",")
        yield k, v
conf = dict(convert(parse(read(text.splitlines()))))
print(conf)
def averager():
    total = count = 0
    avg = None
    while True:
        try:
            x = yield avg
        except ValueError as e:
            print("reset", e)
            total = count = 0
            avg = None
            continue
        if x is None:
            return total, count
        total += x; count += 1
        avg = total / count
g = averager(); next(g)
print(g.send(10), g.send(20), g.throw(ValueError("bad")), g.send(4))
try: g.send(None)
except StopIteration as e: print("result", e.value)
try: g.send(1)
except StopIteration as e: print("again", e.value)
def delegate():
    r = yield from averager()
    print("got", r)
    yield "after"
d = delegate(); next(d); d.send(1); d.send(2)
print(d.send(None))
print(list(itertools.islice((x * x for x in itertools.count(1) if x % 3), 5)))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
print(list(itertools.takewhile(lambda x: x < 60, fib())), next(x for x in fib() if x > 1000))
def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
print(*tree(3))
def closing():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("closing")
        raise
    finally:
        print("finally")
c = closing(); next(c); c.close(); c.close()
def bad():
    try: yield 1
    except GeneratorExit: yield 2
b = bad(); next(b)
try: b.close()
except RuntimeError as e: print(e)
def stop(): 
    yield 1
    raise StopIteration("x")
try: list(stop())
except RuntimeError as e: print(e, repr(e.__cause__))
s = stop()
try:
    s.send(5)
except TypeError as e: print(e)
def re():
    yield next(me)
me = re()
try: next(me)
except ValueError as e: print(e)
print(sum(1 for _ in zip(*[iter(range(10))] * 3)), [*map(str.upper, "abc")], dict(enumerate("ab")), list(zip("ab", range(5), strict=False)))
try: list(zip("ab", "abc", strict=True))
except ValueError as e: print(e)
try: list(zip("abc", "ab", [1], strict=True))
except ValueError as e: print(e)
try: list(map(lambda a, b: a, [1], 5))
except TypeError as e: print(e)
m = map(lambda x: 1 // x, [1, 0, 2])
print(next(m))
try: next(m)
except ZeroDivisionError as e: print(e)
print(list(m))
z = zip([1, 2, 3], map(lambda x: 1 // x, [1, 0, 2]))
print(next(z))
try: next(z)
except ZeroDivisionError: print("zde")
print(list(z))
f = filter(lambda x: 1 // x, [1, 0, 2])
print(next(f))
try: next(f)
except ZeroDivisionError: print("zde")
print(list(f))
e = enumerate(map(lambda x: 1 // x, [1, 0, 1]))
print(next(e))
try: next(e)
except ZeroDivisionError: print("zde")
print(list(e))
it = iter([1, 2, 3]); print(list(zip(it, it)), list(it))
print(collections.deque(itertools.chain.from_iterable([[1], [2, 3]]), maxlen=2), list(itertools.accumulate([1, 2, 3], lambda a, b: a * b, initial=1)), list(itertools.pairwise("abcd")), [(k, len(list(v))) for k, v in itertools.groupby("aabccc")], list(itertools.batched("abcde", 2)))
