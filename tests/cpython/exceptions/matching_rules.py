class A(Exception): pass
class B(A): pass
class C(Exception): pass


def classify(exc):
    try:
        raise exc
    except B:
        return "B"
    except (A, C) as e:
        return f"A or C: {type(e).__name__}"
    except:
        return "something else"


for exc in (A, B, C, KeyError, KeyboardInterrupt):
    print(classify(exc))

types = (KeyError, (IndexError, ValueError))
try:
    try:
        int("z")
    except types as e:
        print("nested tuple", e)
except TypeError as e:
    print(e)

try:
    try:
        raise A("x")
    except "not a class":
        pass
except TypeError as e:
    print(e)

try:
    try:
        raise A("x")
    except (B, 5):
        pass
except TypeError as e:
    print(e)


def chosen():
    print("expression evaluated only when needed")
    return A


try:
    pass
except chosen():
    pass
try:
    raise B
except chosen():
    print("caught")

def loop():
    for i in range(5):
        try:
            if i == 2:
                raise A(i)
            print(i)
        except A as e:
            print("caught at", e)
            continue
        else:
            if i == 3:
                return "returned from else"


print(loop())
