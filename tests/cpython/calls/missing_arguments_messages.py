def zero(): pass
def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def four(a, b, c, d=0): pass
def rest(a, *args): pass


def show(f, *args, **kwargs):
    try:
        f(*args, **kwargs)
        print("fine")
    except TypeError as e:
        print(e)


show(zero, 1)
show(zero, 1, 2)
show(zero, x=1)
show(one)
show(one, 1, 2)
show(two)
show(two, 1)
show(two, b=1)
show(three)
show(three, 1)
show(three, 1, 2, 3, 4)
show(four)
show(four, 1, 2, 3, 4, 5)
show(four, 1, 2, 3, a=1)
show(rest)
show(rest, 1, 2, 3)
show(lambda x: x)
show(lambda x: x, 1, 2)


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def move(self, dx, dy):
        return Point(self.x + dx, self.y + dy)

    @staticmethod
    def origin(q):
        pass


show(Point)
show(Point, 1)
show(Point, 1, 2, 3)
show(Point(1, 2).move, 1)
show(Point(1, 2).move, 1, 2, 3)
show(Point.move, Point(0, 0))
show(Point.origin)
show(object, 1)
