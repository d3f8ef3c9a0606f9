class Desc:
    def __init__(self, label): self.label = label
    def __get__(self, o, t): return f"{self.label} descriptor"


class Data(Desc):
    def __set__(self, o, v): print("set on", self.label)


class Base:
    inherited = "base class"
    nd = Desc("non-data")
    dd = Data("data")

    def __getattr__(self, name):
        return f"getattr({name})"


class Child(Base):
    own = "class"


c = Child()
c.__dict__.update(own="instance", nd="instance nd", dd="instance dd", inherited="instance inh")
print(c.own, c.nd, c.dd, c.inherited, c.unknown)
del c.__dict__["own"]
print(c.own, Child.own, Child.nd, Child.dd)
c.dd = 5
print(c.__dict__)


class Tracing:
    x = 1

    def __getattribute__(self, name):
        print("getattribute", name)
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        print("getattr", name)
        raise AttributeError(name)

    def method(self): return "m"


t = Tracing()
t.x
t.method()
print(hasattr(t, "nope"), getattr(t, "nope", "default"))
len_like = type("L", (), {"__len__": lambda self: 3})()
len_like.__len__ = lambda: 99
print(len(len_like), len_like.__len__())


class Meta(type):
    def __getattr__(cls, name): return f"meta getattr {name}"
    meta_attr = "from meta"


class WithMeta(metaclass=Meta): pass


print(WithMeta.anything, WithMeta.meta_attr, hasattr(WithMeta(), "anything"))
try:
    WithMeta().meta_attr
except AttributeError as e:
    print(e)


class PropertyRaises:
    @property
    def p(self): raise AttributeError("inner problem")
    def __getattr__(self, name): return f"fallback {name}"


print(PropertyRaises().p)


class Half:
    @property
    def q(self): return self.missing_thing


try:
    Half().q
except AttributeError as e:
    print(e)
