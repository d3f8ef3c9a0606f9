def resource(name):
    print("open", name)
    try:
        yield name
        yield name + "2"
    finally:
        print("close", name)


for r in resource("a"):
    print("use", r)
    break
print("after loop")
g = resource("b")
next(g)
del g
print("deleted b")


def nested():
    try:
        try:
            yield 1
        finally:
            print("inner finally")
            yield "from finally"
    finally:
        print("outer finally")


print(list(nested()))
n = nested()
next(n)
try:
    n.throw(ValueError("x"))
    print("yielded in finally")
    next(n)
except ValueError as e:
    print("raised after", e)


def uses_return():
    try:
        yield 1
        return "try"
    finally:
        print("cleanup")


u = uses_return()
next(u)
try:
    next(u)
except StopIteration as e:
    print(e.value)


def loop_break():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                break
            yield i
        finally:
            print("fin", i)


print(list(loop_break()))
