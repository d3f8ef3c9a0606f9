import os.path as path
from math import (
    sqrt,
    pi as half_turn,
)


def first(items, *rest, key=None, **options):
    total = 0
    for item in items:
        total += item.value * 2
        items[0] += options["x"]
    while total > len(rest):
        total -= rest[
            0
        ]
    else:
        print("done", total, sep=", ")
    try:
        total = (total + key(items)
                 - items[1:2])
    except (ValueError, TypeError) as error:
        raise RuntimeError("no") from error
    except KeyError:
        raise
    finally:
        print(total)
    with open("a") as file, items.lock:
        file.write(f"{total!r:>{key}} and {items[0]}")
    a, b, *c = rest
    del items[0], a
    assert total < 5 < len(items), "wrong"
    return [x.y for x in items if x.ok()] + list(z for z in rest)


class Point:
    """Where."""

    scale: int = 1

    def __init__(self, x, y):
        self.x = x
        self.y, self.z = y

    @property
    def norm(self):
        return sqrt(
            self.x ** 2
            + self.y ** 2
        )

    @staticmethod
    @path.decorate(1)
    def chain(query):
        return (
            query.filter("中文", 1)
            .order_by(-query.key)
            .all()[0]
            .name
        )


def squares(n):
    got = yield n
    yield from (
        i * i for i in range(n)
    )
    return lambda k, d=got.value: k + d
