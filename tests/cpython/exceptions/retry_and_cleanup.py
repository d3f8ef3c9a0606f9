class Transient(Exception): pass
class Fatal(Exception): pass


def attempt(results):
    def call():
        result = results.pop(0)
        if isinstance(result, BaseException):
            raise result
        return result
    return call


def retry(call, times=3):
    errors = []
    for n in range(1, times + 1):
        try:
            return call(), errors
        except Transient as e:
            errors.append(f"{n}:{e}")
        except Fatal:
            raise
        else:
            print("never: return skips else")
    raise TimeoutError(f"gave up after {times}") from (Transient(errors[-1]))


print(retry(attempt([Transient("a"), Transient("b"), "ok"])))
try:
    retry(attempt([Transient("a")] * 3))
except TimeoutError as e:
    print(repr(e), repr(e.__cause__))
try:
    retry(attempt([Transient("x"), Fatal("stop")]))
except Fatal as e:
    print(repr(e), repr(e.__context__))


class Stack:
    def __init__(self): self.log = []
    def step(self, name, fail=False):
        self.log.append(f"do {name}")
        if fail:
            raise RuntimeError(name)
        return lambda: self.log.append(f"undo {name}")


def transaction(*steps):
    s, undo = Stack(), []
    try:
        for name, fail in steps:
            undo.append(s.step(name, fail))
    except RuntimeError as e:
        for u in reversed(undo):
            u()
        s.log.append(f"failed at {e}")
    else:
        s.log.append("committed")
    finally:
        s.log.append("done")
    return s.log


print(transaction(("a", False), ("b", False)))
print(transaction(("a", False), ("b", False), ("c", True)))


def nested_finally():
    out = []
    for i in range(3):
        try:
            try:
                if i == 0:
                    continue
                if i == 1:
                    raise ValueError(i)
                return out
            finally:
                out.append(f"inner {i}")
        except ValueError as e:
            out.append(f"caught {e}")
        finally:
            out.append(f"outer {i}")


print(nested_finally())


def swallow():
    while True:
        try:
            raise KeyboardInterrupt
        finally:
            break
    return "break in finally swallows"


print(swallow())


def value():
    try:
        raise ValueError
    except ValueError:
        return "from except"
    finally:
        print("finally before return")


print(value())


def ex_in_else():
    try:
        pass
    except KeyError:
        print("not mine")
    else:
        raise KeyError("from else")


try:
    ex_in_else()
except KeyError as e:
    print("outside", e)
try:
    try:
        raise ValueError("a")
    except ValueError as e:
        e.extra = "kept"
        raise
except ValueError as e:
    print(e.extra, e.__context__)
