def bubble(a):
    a = list(a)
    for end in range(len(a) - 1, 0, -1):
        swapped = False
        for i in range(end):
            if a[i] > a[i + 1]:
                a[i], a[i + 1] = a[i + 1], a[i]
                swapped = True
        if not swapped:
            break
    return a


def insertion(a):
    a = list(a)
    for i in range(1, len(a)):
        x, j = a[i], i
        while j and a[j - 1] > x:
            a[j] = a[j - 1]
            j -= 1
        a[j] = x
    return a


def selection(a):
    a = list(a)
    for i in range(len(a)):
        m = min(range(i, len(a)), key=a.__getitem__)
        a[i], a[m] = a[m], a[i]
    return a


def heap(a):
    a = list(a)

    def sift(i, n):
        while (child := 2 * i + 1) < n:
            if child + 1 < n and a[child] < a[child + 1]:
                child += 1
            if a[i] >= a[child]:
                return
            a[i], a[child] = a[child], a[i]
            i = child
    for i in range(len(a) // 2, -1, -1):
        sift(i, len(a))
    for n in range(len(a) - 1, 0, -1):
        a[0], a[n] = a[n], a[0]
        sift(0, n)
    return a


def counting(a):
    lo, hi = min(a), max(a)
    counts = [0] * (hi - lo + 1)
    for x in a:
        counts[x - lo] += 1
    return [i + lo for i, c in enumerate(counts) for _ in range(c)]


def shell(a):
    a, gap = list(a), len(a) // 2
    while gap:
        for i in range(gap, len(a)):
            while i >= gap and a[i - gap] > a[i]:
                a[i], a[i - gap] = a[i - gap], a[i]
                i -= gap
        gap //= 2
    return a


def radix(a):
    digits = len(str(max(a)))
    for d in range(digits):
        buckets = [[] for _ in range(10)]
        for x in a:
            buckets[x // 10 ** d % 10].append(x)
        a = sum(buckets, [])
    return a


data = [170, 45, 75, 90, 802, 24, 2, 66, 45]
for f in (bubble, insertion, selection, heap, counting, shell, radix):
    print(f"{f.__name__:>10} {f(data)} {f(data) == sorted(data)}")
print(bubble("sorting"), insertion([]), heap([1]), data)
