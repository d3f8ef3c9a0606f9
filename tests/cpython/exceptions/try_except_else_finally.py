def divide(a, b):
    try:
        result = a / b
    except ZeroDivisionError as e:
        print("caught:", e)
        return None
    except TypeError:
        print("bad types")
        return "type"
    else:
        print("fine")
        return result
    finally:
        print("finally")


print(divide(6, 3))
print(divide(1, 0))
print(divide(1, "2"))


def order():
    for i in range(4):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            print("body", i)
        finally:
            print("finally", i)
    else:
        print("no break")
    return "end"


print(order())


def override():
    try:
        return "try"
    finally:
        return "finally"


print(override())


def swallowed():
    try:
        1 / 0
    finally:
        return "lost"


print(swallowed())


def modified():
    x = 1
    try:
        return x
    finally:
        x = 2


print(modified())

try:
    try:
        raise KeyError("k")
    finally:
        print("cleanup")
except (ValueError, KeyError) as e:
    print(repr(e), e.args)
try:
    print(e)
except NameError as err:
    print(err)
try:
    pass
except:
    print("never")
else:
    print("else")
finally:
    print("finally")
