def common_elements(*lists):
    result = set(lists[0])
    for l in lists[1:]:
        result &= set(l)
    return sorted(result)


print(common_elements([1, 2, 3, 4], [3, 4, 5], [4, 3, 9]))


def unique_in_order(items):
    seen = set()
    return [x for x in items if not (x in seen or seen.add(x))]


print(unique_in_order("mississippi"), unique_in_order([3, 1, 3, 2, 1]))


def powerset(items):
    items = list(items)
    sets = [[]]
    for x in items:
        sets += [s + [x] for s in sets]
    return sets


print(powerset([1, 2, 3]))
students = {"math": {1, 2, 3, 5}, "art": {2, 3, 7}, "music": {3, 5, 7}}
print("all three:", set.intersection(*students.values()))
print("any:", set.union(*students.values()))
print("only math:", students["math"] - students["art"] - students["music"])
for subject, ids in students.items():
    print(subject, sorted(ids), len(ids))


def sieve(limit):
    numbers = set(range(2, limit + 1))
    for n in range(2, int(limit ** 0.5) + 1):
        numbers -= set(range(n * n, limit + 1, n))
    return sorted(numbers)


print(sieve(50))
graph = {1: {2, 3}, 2: {4}, 3: {4}, 4: {1}, 5: {6}, 6: set()}


def reachable(start):
    seen, todo = set(), [start]
    while todo:
        node = todo.pop()
        if node not in seen:
            seen.add(node)
            todo += graph[node] - seen
    return seen


print([reachable(n) for n in graph])
print({1, 2, 3} >= {1}, "pangram:", set("abcdefghijklmnopqrstuvwxyz") <= set("the quick brown fox jumps over the lazy dog"))
