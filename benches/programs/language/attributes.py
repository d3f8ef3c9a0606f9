class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def walk(steps):
    p = Point(0, 1)
    for i in range(steps):
        p.x = p.x + p.y
        p.y = p.x - p.y if p.x < 1000 else 1
        if p.x > 5000:
            p.x = 0
    return p.x, p.y


print(walk(300_000))
