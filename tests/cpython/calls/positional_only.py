def greet(greeting, /, name, *, punctuation="!"):
    return greeting + ", " + name + punctuation


print(greet("Hello", "World"))
print(greet("Hi", name="you", punctuation="?"))

try:
    greet(greeting="Hello", name="World")
except TypeError as e:
    print(e)


def record(id, /, **fields):
    # the positional-only name may be used again as a keyword
    return id, fields


print(record(7, id=8, colour="red"))


def only(a, b, /):
    return a - b


print(only(10, 3))
for attempt in (lambda: only(a=10, b=3), lambda: only(10, b=3), lambda: only(1), lambda: only(1, 2, 3)):
    try:
        attempt()
    except TypeError as e:
        print(e)


def mixed(a, b=2, /, c=3, *, d=4, **rest):
    return a, b, c, d, rest


print(mixed(1))
print(mixed(1, 20, c=30))
print(mixed(1, a=10, b=20, z=5))
print(mixed.__defaults__, mixed.__kwdefaults__)
