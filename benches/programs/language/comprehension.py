def run():
    total = 0
    for _ in range(10):
        squares = [x * x for x in range(50_000) if x % 3]
        index = {x: i for i, x in enumerate(squares[:10_000])}
        total += len(squares) + len(index) + len({x & 255 for x in squares})
    return total


print(run())
