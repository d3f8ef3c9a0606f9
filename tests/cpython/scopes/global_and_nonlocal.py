x = "global"


def read():
    return x


def shadow():
    x = "local"
    return x


def write():
    global x
    x = "written"


print(read(), shadow(), x)
write()
print(x)


def nested():
    x = "enclosing"

    def a():
        nonlocal x
        x = "by a"

        def b():
            global x
            x = "by b"
        b()
    a()
    return x


print(nested(), x)


def unbound():
    print(x)
    x = 1


try:
    unbound()
except UnboundLocalError as e:
    print(type(e).__name__, e)


def deleted():
    y = 1
    del y
    return y


try:
    deleted()
except UnboundLocalError as e:
    print(e)
try:
    undefined_name
except NameError as e:
    print(e, e.name)
del x
try:
    read()
except NameError as e:
    print(e)


def defines():
    global made_here
    made_here = 1


defines()
print(made_here, "made_here" in globals(), "nope" in globals())
