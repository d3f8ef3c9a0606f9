def averager():
    total, count, average = 0, 0, 0
    while True:
        x = yield average
        total += x
        count += 1
        average = total // count


def delegate():
    yield from averager()


average = delegate()
next(average)
for i in range(150_000):
    last = average.send(i)
print(last)
