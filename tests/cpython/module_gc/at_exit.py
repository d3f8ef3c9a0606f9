class Resource:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, helper())


def helper():
    return "with what it needs"


_first = Resource("first")
second = Resource("second")
third = Resource("third")
third.me = third
more = [Resource("in a list")]


def generator():
    try:
        yield
    finally:
        print("closed", helper())


g = generator()
next(g)
print("end")
