def count(n):
    i = total = 0
    while i < n:
        total += i
        i += 1
    return total


print(count(1_000_000))
