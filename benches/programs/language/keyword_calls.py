def area(width, height=2, *, scale=1):
    return width * height * scale


def outer(n, **options):
    return area(n, **options) + area(width=n, height=3)


def gather(*numbers, start=0):
    return start + len(numbers)


total = 0
for i in range(80_000):
    total += outer(i, scale=2) + gather(i, i, i, start=i)
print(total)
