def average():
    total, count, result = 0, 0, None
    while True:
        value = yield result
        total += value
        count += 1
        result = total / count


a = average()
print(next(a))
print(a.send(10), a.send(20), a.send(60))


def echo():
    received = []
    try:
        while True:
            x = yield len(received)
            received.append(x)
            if x == "stop":
                return received
    finally:
        print("finally", received)


e = echo()
e.send(None)
print(e.send("a"), next(e), e.send("b"))
try:
    e.send("stop")
except StopIteration as stop:
    print(stop.value)

fresh = echo()
try:
    fresh.send(1)
except TypeError as err:
    print(err)
fresh.close()


def accumulate():
    x = y = 0
    while True:
        x, y = (yield x + y), (yield x * y)


g = accumulate()
print(next(g), g.send(3), g.send(4), g.send(5), g.send(6))
print((lambda: [(yield 1), (yield 2)])().send(None))
