from functools import singledispatch, singledispatchmethod


@singledispatch
def show(x):
    return f"object {x!r}"


@show.register
def _(x: int):
    return f"int {x}"


@show.register(list)
@show.register(tuple)
def _(x):
    return "seq " + ", ".join(map(show, x))


@show.register(str)
def show_str(x):
    return f"str {x}"


@show.register(type(None))
def _(x):
    return "nothing"


print(show(1), show("a"), show([1, "b", (2.5,)]), show(None), show(True), show({}), show_str("direct"), sep=" | ")
print(show.dispatch(bool) is show.dispatch(int), show.dispatch(dict) is show.registry[object], len(show.registry))


class Animal: pass
class Dog(Animal): pass


@show.register
def _(x: Animal): return "animal"


print(show(Dog()))
try:
    show()
except TypeError as e:
    print(e)


class Formatter:
    @singledispatchmethod
    def fmt(self, x): return "?"

    @fmt.register
    def _(self, x: int): return f"#{x}"

    @fmt.register
    def _(self, x: str): return f"'{x}'"


f = Formatter()
print(f.fmt(1), f.fmt("s"), f.fmt(1.5))


@singledispatch
def union(x): return "other"


@union.register
def _(x: int | float): return "number"


print(union(1), union(1.5), union("x"))
