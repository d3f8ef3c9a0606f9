from enum import Enum, IntEnum, auto


class State(Enum):
    IDLE = auto()
    RUNNING = auto()
    PAUSED = auto()
    DONE = auto()

    @property
    def final(self): return self is State.DONE

    def can(self, other): return other in TRANSITIONS[self]

    def __str__(self): return self.name.capitalize()


TRANSITIONS = {
    State.IDLE: {State.RUNNING},
    State.RUNNING: {State.PAUSED, State.DONE},
    State.PAUSED: {State.RUNNING, State.DONE},
    State.DONE: set(),
}


class Machine:
    def __init__(self): self.state, self.log = State.IDLE, []

    def to(self, new):
        if not self.state.can(new):
            raise ValueError(f"cannot go from {self.state} to {new}")
        self.log.append((self.state.name, new.name))
        self.state = new
        return self


m = Machine()
m.to(State.RUNNING).to(State.PAUSED).to(State.RUNNING)
print(m.state, repr(m.state), m.log, m.state.final)
try:
    m.to(State.IDLE)
except ValueError as e:
    print(e)
print(m.to(State.DONE).state.final, [str(s) for s in State], State(2), State["PAUSED"].value, f"{State.IDLE!s:>8}|{State.IDLE!r}")


class Light(Enum):
    RED = ("stop", 30)
    GREEN = ("go", 25)
    YELLOW = ("slow", 5)

    def __init__(self, action, seconds):
        self.action, self.seconds = action, seconds

    def next(self):
        members = list(Light)
        return members[(members.index(self) + 1) % len(members)]


light = Light.RED
for _ in range(4):
    print(light.name, light.action, light.seconds)
    light = light.next()
print(sum(l.seconds for l in Light), Light(("go", 25)), Light.RED.value)


class Size(IntEnum):
    S = 1
    M = 2
    L = 3


print(Size.S < Size.L, [s.name for s in Size if s >= Size.M], Size(3).name, Size.M + 1, {Size.S: "small"}[1], sorted([Size.L, Size.S]))
match m.state:
    case State.IDLE | State.RUNNING: print("active")
    case State.DONE: print("finished")
try:
    State("nope")
except ValueError as e:
    print(e)
print(State.IDLE in TRANSITIONS, State.IDLE == 1, State.IDLE is State.IDLE, len(State), isinstance(Size.S, int))
