def attempt(action):
    try:
        action()
    except Exception as e:
        import traceback
        print(traceback.format_exception_only(e)[-1], end="")


class Person:
    species = "human"

    def __init__(self):
        self.first_name = "Ann"
        self._private = 1

    def greeting(self):
        return self.firstname


attempt(lambda: Person().frist_name)
attempt(lambda: Person().greting())
attempt(lambda: Person().greeting())
attempt(lambda: Person().private)
attempt(lambda: Person().specie)
attempt(lambda: Person.speciess)
attempt(lambda: Person().xyz)
attempt(lambda: [].appendd(1))
attempt(lambda: [].push(1))
attempt(lambda: "abc".uper())
attempt(lambda: "abc".length)
attempt(lambda: {}.itmes())
attempt(lambda: {}.has_key(1))
attempt(lambda: (1).bit_lenght())
attempt(lambda: (1, 2).apend)
attempt(lambda: None.foo)
attempt(lambda: len.nmae)
import math
attempt(lambda: math.squareroot)
attempt(lambda: math.sqr)
attempt(lambda: math.Pi)
import collections
attempt(lambda: collections.ordereddict)


def f():
    pass


attempt(lambda: f.__nam__)
attempt(lambda: Person().a)
attempt(lambda: int.form_bytes)
