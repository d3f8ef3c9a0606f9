from enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    def describe(self):
        return f"{self.name.lower()}={self.value}"

    @classmethod
    def favourite(cls):
        return cls.BLUE


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["BLUE"], list(Color), len(Color), Color.CRIMSON is Color.RED, Color.CRIMSON)
print(Color.RED.describe(), Color.favourite(), Color.RED == Color.RED, Color.RED == 1, Color.RED in Color, 3 in Color, isinstance(Color.RED, Color), type(Color.RED), Color.__members__)
print({Color.RED: "r"}[Color.RED], f"{Color.RED} {Color.RED!r} {Color.RED.value:03}", [c.name for c in Color], Color, hash(Color.RED) == hash(Color.RED))
for bad in (lambda: Color(9), lambda: Color["PINK"], lambda: Color.PINK, lambda: setattr(Color, "RED", 5), lambda: Color.RED < Color.BLUE, lambda: setattr(Color.RED, "value", 5), lambda: Color(), lambda: delattr(Color, "RED")):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
try:
    class More(Color): X = 1
except TypeError as e:
    print(e)


class Level(IntEnum):
    LOW = 1
    HIGH = 10


print(Level.LOW < Level.HIGH, Level.HIGH + 5, Level.LOW == 1, sorted([Level.HIGH, Level.LOW]), Level(10), repr(Level.LOW), f"{Level.LOW}", str(Level.HIGH), [10, 20][Level.LOW], max(Level), "%d %s" % (Level.LOW, Level.LOW))


class Weekday(Enum):
    MON = auto()
    TUE = auto()
    SUN = 7

    @property
    def weekend(self): return self is Weekday.SUN


print([(d.name, d.value, d.weekend) for d in Weekday])


class Status(StrEnum):
    ACTIVE = auto()
    GONE = "deleted"


print(Status.ACTIVE, Status.ACTIVE == "active", repr(Status.GONE), Status("deleted"), Status.GONE.upper(), f"{Status.GONE:>10}")
Animal = Enum("Animal", "CAT DOG")
print(list(Animal), Animal.DOG.value, Enum("N", {"A": 5}).A.value)
try:
    @unique
    class U(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)
