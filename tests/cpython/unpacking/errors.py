def show(action):
    try:
        action()
    except Exception as e:
        print(type(e).__name__ + ":", e)


def too_few():
    a, b, c = 1, 2


def too_many():
    a, b = 1, 2, 3


def too_many_dict():
    a, b = {1: 1, 2: 2, 3: 3}


def too_many_generator():
    a, b = (n for n in range(10))


def not_enough_star():
    a, *b, c, d = [1, 2]


def not_iterable():
    a, b = 5


def none():
    a, b = None


def empty():
    a, = ""


def nested():
    (a, b), c = 1, 2


def not_enough_generator():
    a, b, c = iter([1])


for case in (too_few, too_many, too_many_dict, too_many_generator, not_enough_star, not_iterable, none, empty, nested, not_enough_generator):
    print(case.__name__, end=" ")
    show(case)

for a, b in [(1, 2), (3, 4, 5)]:
    print(a, b)
