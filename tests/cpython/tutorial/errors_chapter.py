while True:
    for text in ("abc", "3.5", "7"):
        try:
            x = int(text)
            print("got", x)
            break
        except ValueError:
            print(f"Oops! {text!r} was no valid number. Try again...")
    break


def this_fails():
    x = 1 / 0


try:
    this_fails()
except ZeroDivisionError as err:
    print("Handling run-time error:", err)
try:
    raise NameError("HiThere")
except NameError:
    print("An exception flew by!")
try:
    raise Exception("spam", "eggs")
except Exception as inst:
    print(type(inst), inst.args, inst)
    x, y = inst.args
    print("x =", x, "y =", y)
for arg in ("1", "0", "x", None):
    try:
        value = 10 / int(arg)
    except (ValueError, TypeError) as e:
        print("bad argument:", e)
    except ZeroDivisionError:
        print("zero")
    else:
        print("result", value)
    finally:
        print("next")


def bool_return():
    try:
        return True
    finally:
        return False


print(bool_return())


def divide(x, y):
    try:
        result = x / y
    except ZeroDivisionError:
        print("division by zero!")
    else:
        print("result is", result)
    finally:
        print("executing finally clause")


divide(2, 1)
divide(2, 0)
try:
    divide("2", "1")
except TypeError as e:
    print(type(e).__name__, e)


def func():
    raise ConnectionError


try:
    try:
        func()
    except ConnectionError as exc:
        raise RuntimeError("Failed to open database") from exc
except RuntimeError as e:
    print(repr(e), "caused by", repr(e.__cause__))
excs = [OSError("error 1"), SystemError("error 2")]
try:
    raise ExceptionGroup("there were problems", excs)
except* OSError as e:
    print("There were OSErrors", e.exceptions)
except* SystemError as e:
    print("There were SystemErrors", e.exceptions)
e = TypeError("bad type")
e.add_note("Add some information")
e.add_note("Add some more information")
raise e
