import math


def simulate(steps):
    x, v, dt = 0.0, 1.0, 0.001
    for _ in range(steps):
        v -= x * dt
        x += v * dt
    return math.sqrt(x * x + v * v)


print(round(simulate(300_000), 6))
