def second_largest(numbers):
    unique = sorted(set(numbers))
    return unique[-2] if len(unique) > 1 else None


def rotate(l, k):
    k %= len(l) or 1
    return l[-k:] + l[:-k] if k else l[:]


def chunks(l, n):
    return [l[i:i + n] for i in range(0, len(l), n)]


def interleave(*lists):
    out = []
    for group in zip(*lists):
        out.extend(group)
    return out


def dedupe(l):
    return list(dict.fromkeys(l))


def transpose(m):
    return [list(col) for col in zip(*m)]


def spiral(m):
    out = []
    m = [list(r) for r in m]
    while m:
        out += m.pop(0)
        m = transpose(m)[::-1]
    return out


def two_sum(numbers, target):
    seen = {}
    for i, n in enumerate(numbers):
        if target - n in seen:
            return seen[target - n], i
        seen[n] = i


def max_subarray(l):
    best = current = l[0]
    for x in l[1:]:
        current = max(x, current + x)
        best = max(best, current)
    return best


def merge_intervals(intervals):
    out = []
    for start, end in sorted(intervals):
        if out and start <= out[-1][1]:
            out[-1][1] = max(out[-1][1], end)
        else:
            out.append([start, end])
    return out


def partition(pred, l):
    yes, no = [], []
    for x in l:
        (yes if pred(x) else no).append(x)
    return yes, no


print(second_largest([3, 1, 4, 4, 2]), second_largest([5, 5]), rotate([1, 2, 3, 4, 5], 2), rotate([1, 2, 3], -1), rotate([], 3))
print(chunks(list("abcdefg"), 3), interleave([1, 2, 3], "abc", (True, False, None)), dedupe("hello"), transpose([[1, 2, 3], [4, 5, 6]]))
print(spiral([[1, 2, 3], [4, 5, 6], [7, 8, 9]]), two_sum([2, 7, 11, 15], 26), two_sum([1], 5), max_subarray([-2, 1, -3, 4, -1, 2, 1, -5, 4]))
print(merge_intervals([[1, 3], [8, 10], [2, 6], [15, 18], [17, 20]]), partition(lambda n: n % 2, range(7)))
print([sum(row) for row in [[1, 2], [3, 4]]], [min(c) for c in zip([3, 1], [2, 5])], sum(x * y for x, y in zip([1, 2, 3], [4, 5, 6])))
running, out = 0, []
for n in [1, 2, 3, 4]:
    running += n
    out.append(running)
print(out, [a - b for a, b in zip(out[1:], out)], all(a <= b for a, b in zip(out, out[1:])))
votes = ["red", "blue", "red", "green", "blue", "red"]
print(max(set(votes), key=votes.count), sorted({v: votes.count(v) for v in votes}.items(), key=lambda kv: (-kv[1], kv[0])))
print([x for i, x in enumerate([5, 6, 7, 8]) if i % 2], list(range(10))[::-3], [[i] * i for i in range(4)], [1, 2, 3][::-1] == list(reversed([1, 2, 3])))
flat = [x for row in [[1], [2, 3], []] for x in row]
print(flat, [n for n in range(1, 30) if str(n) == str(n)[::-1]], [c for c in zip("abc", "abd") if c[0] != c[1]])
