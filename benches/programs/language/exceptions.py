def check(n):
    if n % 3 == 0:
        raise ValueError(n)
    return n


caught = total = 0
for i in range(150_000):
    try:
        total += check(i)
    except ValueError as error:
        caught += error.args[0]
    finally:
        total += 1
print(caught, total)
