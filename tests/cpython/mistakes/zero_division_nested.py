def speed(distance, time):
    return distance / time


def report(trips):
    return [f"{speed(d, t):.1f}" for d, t in trips]


print(report([(100, 2), (50, 1)]))
print(report([(100, 2), (50, 0)]))
