class JsonMixin:
    def to_json(self):
        parts = (f'"{k}": {v.to_json() if isinstance(v, JsonMixin) else repr(v).replace(chr(39), chr(34))}' for k, v in vars(self).items())
        return "{" + ", ".join(parts) + "}"


class CompareMixin:
    def __eq__(self, other): return type(self) is type(other) and vars(self) == vars(other)
    def __lt__(self, other): return self.key() < other.key()
    def __hash__(self): return hash(self.key())


class ReprMixin:
    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in sorted(vars(self).items()))})"


class CountMixin:
    count = 0

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        type(self).count += 1


class Base:
    def __init__(self, name): self.name = name
    def key(self): return self.name


class Person(CountMixin, JsonMixin, CompareMixin, ReprMixin, Base):
    def __init__(self, name, boss=None):
        super().__init__(name)
        self.boss = boss


class Robot(CountMixin, ReprMixin, Base): pass


ann = Person("Ann")
bob = Person("Bob", ann)
print(ann, bob, bob.to_json(), ann == Person("Ann"), ann != bob, sorted([bob, ann]), len({ann, Person("Ann")}))
print(Person.count, CountMixin.count, Robot("R").count, Robot.count, [c.__name__ for c in Person.__mro__])
print(Person.__hash__ is CompareMixin.__hash__, isinstance(ann, JsonMixin), issubclass(Robot, JsonMixin))
try:
    Robot("a") < Robot("b")
except TypeError as e:
    print(e)


class Left:
    def go(self): return ["left"]
class Right:
    def go(self): return ["right"]
class Both(Left, Right):
    def go(self): return [*Left.go(self), *Right.go(self)]


print(Both().go(), Both.__bases__)
Both.__bases__ = (Right, Left)
print(Both.mro()[1].__name__)
Dynamic = type("Dynamic", (ReprMixin, Base), {"extra": 1})
print(Dynamic("d"), Dynamic.extra)
