class Data:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, objtype=None):
        print("get", self.name, obj is not None, objtype.__name__)
        if obj is None:
            return self
        return obj.__dict__.get(self.name, "default")

    def __set__(self, obj, value):
        print("set", self.name, value)
        obj.__dict__[self.name] = value

    def __delete__(self, obj):
        print("delete", self.name)
        del obj.__dict__[self.name]


class NonData:
    def __get__(self, obj, objtype=None):
        return "non-data"


class Owner:
    d = Data()
    n = NonData()


o = Owner()
print(o.d)
o.d = 5
print(o.d, o.n)
o.__dict__["d"] = "hidden by data descriptor"
print(o.d)
o.n = "instance wins"
print(o.n, Owner.n)
del o.d
del o.n
print(o.n, vars(o))
print(type(Owner.d).__name__)
Owner.d = "replaced on the class"
print(o.d, Owner.d)


class ReadOnly:
    def __get__(self, obj, t): return 1
    def __set__(self, obj, v): raise AttributeError("read only!")


class R:
    x = ReadOnly()


try:
    R().x = 2
except AttributeError as e:
    print(e)
try:
    del R().x
except AttributeError as e:
    print(e)
r = R()
r.y = Data()
print(type(r.y).__name__)
