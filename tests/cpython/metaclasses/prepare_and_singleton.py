class Ordered(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        print("prepare", name)
        return {"injected": 1}

    def __new__(mcls, name, bases, ns):
        cls = super().__new__(mcls, name, bases, dict(ns))
        cls.fields = [k for k in ns if not k.startswith("__")]
        return cls


class Form(metaclass=Ordered):
    title = "t"
    print("body sees", injected)
    body = "b"

    def method(self): pass


print(Form.fields)


class Singleton(type):
    _instances = {}

    def __call__(cls, *args, **kwargs):
        if cls not in cls._instances:
            cls._instances[cls] = super().__call__(*args, **kwargs)
        return cls._instances[cls]


class Config(metaclass=Singleton):
    def __init__(self, v):
        print("init", v)
        self.v = v


print(Config(1) is Config(2), Config(3).v)


def meta_function(name, bases, ns):
    print("function as metaclass", name, bases, sorted(k for k in ns if not k.startswith("__")))
    return name


class Odd(metaclass=meta_function):
    x = 1


print(Odd)


class Final(type):
    def __new__(mcls, name, bases, ns):
        for b in bases:
            if isinstance(b, Final):
                raise TypeError(f"{b.__name__} is final")
        return super().__new__(mcls, name, bases, ns)


class Leaf(metaclass=Final): pass
try:
    class More(Leaf): pass
except TypeError as e:
    print(e)


class Base:
    def __init_subclass__(cls, **kw):
        print("subclassed by", cls.__name__, kw)


class Child(Base, metaclass=type): pass
print(type.__call__(int, "5"), type.mro(bool))
