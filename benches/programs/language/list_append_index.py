def sieve(n):
    flags = [True] * (n + 1)
    found = []
    for i in range(2, n + 1):
        if flags[i]:
            found.append(i)
            j = i * i
            while j <= n:
                flags[j] = False
                j += i
    return found


def matrix(n):
    a = [[i * j % 7 for j in range(n)] for i in range(n)]
    b = [[i + j for j in range(n)] for i in range(n)]
    return [[sum(a[i][k] * b[k][j] for k in range(n)) for j in range(n)] for i in range(n)]


print(len(sieve(200_000)), matrix(40)[3][:5])
