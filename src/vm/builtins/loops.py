def collect(items):
    return [x for x in items]


def keys(items, key):
    return [key(x) for x in items]


def any(items):
    for x in items:
        if x:
            return True
    return False


def all(items):
    for x in items:
        if not x:
            return False
    return True


def least(items, key, nothing, best, top):
    for x in items:
        rank = x if key is None else key(x)
        if top is nothing or rank < top:
            best = x
            top = rank
    return best


def greatest(items, key, nothing, best, top):
    for x in items:
        rank = x if key is None else key(x)
        if top is nothing or rank > top:
            best = x
            top = rank
    return best


def each(items, function):
    for x in items:
        function(x)


def map(items, function):
    for x in items:
        yield function(x)


def map_pairs(items, others, function):
    for x in items:
        for y in others:
            yield function(x, y)
            break
        else:
            return


def filter(items, function):
    for x in items:
        if function(x):
            yield x


def filter_true(items):
    for x in items:
        if x:
            yield x


def enumerate(items, number):
    for x in items:
        yield number, x
        number += 1
