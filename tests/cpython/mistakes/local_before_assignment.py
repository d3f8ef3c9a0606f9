score = 10


def add_points(points):
    score = score + points
    return score


print(add_points(5))
