class MyClass:
    """A simple example class"""
    i = 12345

    def f(self):
        return "hello world"


x = MyClass()
print(MyClass.i, MyClass.f(x), x.f(), MyClass.__doc__)
x.counter = 1
while x.counter < 10:
    x.counter = x.counter * 2
print(x.counter)
del x.counter
xf = x.f
print(xf(), xf.__self__ is x, xf.__func__ is MyClass.f)


class Mapping:
    def __init__(self, iterable):
        self.items_list = []
        self.__update(iterable)

    def update(self, iterable):
        for item in iterable:
            self.items_list.append(item)

    __update = update


class MappingSubclass(Mapping):
    def update(self, keys, values):
        for item in zip(keys, values):
            self.items_list.append(item)


m = MappingSubclass([1, 2])
m.update("ab", [3, 4])
print(m.items_list)


class Reverse:
    def __init__(self, data):
        self.data = data
        self.index = len(data)

    def __iter__(self):
        return self

    def __next__(self):
        if self.index == 0:
            raise StopIteration
        self.index = self.index - 1
        return self.data[self.index]


print([char for char in Reverse("spam")])


def reverse(data):
    for index in range(len(data) - 1, -1, -1):
        yield data[index]


print("".join(reverse("golf")), sum(i * i for i in range(10)), sum(x * y for x, y in zip([10, 20, 30], [7, 5, 3])))


def scope_test():
    def do_local():
        spam = "local spam"

    def do_nonlocal():
        nonlocal spam
        spam = "nonlocal spam"

    def do_global():
        global spam
        spam = "global spam"

    spam = "test spam"
    do_local()
    print("After local assignment:", spam)
    do_nonlocal()
    print("After nonlocal assignment:", spam)
    do_global()
    print("After global assignment:", spam)


scope_test()
print("In global scope:", spam)


class B(Exception): pass
class C(B): pass
class D(C): pass


for cls in [B, C, D]:
    try:
        raise cls()
    except D:
        print("D")
    except C:
        print("C")
    except B:
        print("B")


class Employee: pass


john = Employee()
john.name, john.dept = "John Doe", "computer lab"
print(vars(john), isinstance(john, Employee), issubclass(D, B), type(john).__name__)
