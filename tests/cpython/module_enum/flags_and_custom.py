from enum import Enum, Flag, IntFlag, auto


class Perm(Flag):
    READ = auto()
    WRITE = auto()
    EXEC = auto()
    RW = READ | WRITE


p = Perm.READ | Perm.EXEC
print(p, repr(p), Perm.RW, Perm.READ in p, Perm.WRITE in p, p & Perm.READ, p ^ Perm.READ, ~p, bool(p & Perm.WRITE), Perm(0), Perm(7), list(Perm), list(Perm.RW), p.value, Perm.RW.name, len(p))


class Opt(IntFlag):
    A = 1
    B = 2
    C = 4


print(Opt.A | Opt.C, Opt.A | 8, Opt(3), int(Opt.B), Opt.A + 1, Opt.B == 2, repr(Opt.A | Opt.B), Opt(0))
try:
    Perm(100)
except ValueError as e:
    print(type(e).__name__)


class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.42e23, 3.39e6)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    @property
    def gravity(self):
        return 6.67e-11 * self.mass / self.radius ** 2


for planet in Planet:
    print(planet.name, f"{planet.gravity:.2f}", planet.value)


class Shape(Enum):
    SQUARE = "square"
    CIRCLE = "circle"

    @classmethod
    def _missing_(cls, value):
        for m in cls:
            if m.value == str(value).lower():
                return m

    def __str__(self): return f"shape:{self.value}"


print(Shape("SQUARE"), f"{Shape.CIRCLE}", repr(Shape.CIRCLE))
try:
    Shape("triangle")
except ValueError as e:
    print(e)


class Op(Enum):
    ADD = "+"
    SUB = "-"

    def __call__(self, a, b): return a + b if self is Op.ADD else a - b


print(Op("+")(1, 2), Op.SUB(5, 3))


class Auto(Enum):
    def _generate_next_value_(name, start, count, last): return name.title()
    ONE = auto()
    TWO = auto()


print([a.value for a in Auto])
state = {"OPEN": "CLOSED", "CLOSED": "OPEN"}
Door = Enum("Door", ["OPEN", "CLOSED"], start=0)
d = Door.OPEN
for _ in range(3):
    d = Door[state[d.name]]
    print(d, end=" ")
print(Door(0), isinstance(Door.OPEN, Door))
class Base(Enum):
    def hello(self): return "hello " + self.name
class Real(Base):
    X = 1
print(Real.X.hello(), Real.X.name, Real.X._value_, Real.__name__, [n for n in dir(Real) if not n.startswith("_")])
