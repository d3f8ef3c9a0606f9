def read_lines():
    yield from """\
2024-01-03 WARN disk 91%
2024-01-01 INFO started
2024-01-02 ERROR out of cheese
2024-01-04 INFO stopped
2024-01-05 ERROR redo from start""".splitlines()


def parse(lines):
    for line in lines:
        date, level, *message = line.split()
        yield {"date": date, "level": level, "message": " ".join(message)}


def only(level, entries):
    return (e for e in entries if e["level"] == level)


def numbered(entries, start=1):
    for n, e in enumerate(entries, start):
        yield f"{n:>2}. {e['date']}: {e['message']}"


for line in numbered(only("ERROR", parse(read_lines()))):
    print(line)


def trace(name, it):
    for x in it:
        print(f"{name} -> {x}")
        yield x


evens = (x for x in trace("source", range(6)) if x % 2 == 0)
squares = trace("square", (x * x for x in evens))
print(next(squares))
print(next(squares))


def take(n, it):
    for _, x in zip(range(n), it):
        yield x


def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1


print(*take(12, primes()))


def windows(seq, size):
    window = []
    for x in seq:
        window.append(x)
        if len(window) == size:
            yield tuple(window)
            window.pop(0)


print(list(windows("abcde", 3)))
