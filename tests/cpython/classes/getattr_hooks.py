class Recorder:
    def __init__(self):
        self.log = []

    def __getattr__(self, name):
        if name.startswith("get_"):
            return lambda *a: (name[4:], a)
        raise AttributeError(f"no attribute {name}")


r = Recorder()
print(r.get_price(1, 2))
print(r.log)
try:
    r.other
except AttributeError as e:
    print(e)
print(hasattr(r, "other"), getattr(r, "other", "default"))


class Strict:
    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("del", name)
        object.__delattr__(self, name)

    def __getattribute__(self, name):
        if not name.startswith("__"):
            print("get", name)
        return super().__getattribute__(name)


s = Strict()
s.a = 1
s.a += 1
print(s.a)
del s.a
try:
    s.a
except AttributeError as e:
    print(e)


class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "_target", target)

    def __getattr__(self, name):
        return getattr(self._target, name)

    def __setattr__(self, name, value):
        setattr(self._target, name, value)

    def __dir__(self):
        return ["b", "a"]


p = Proxy([3, 1, 2])
p.sort()
print(p._target, p.index(3), dir(p))
