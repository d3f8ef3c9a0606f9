def attempt(action):
    try:
        action()
    except TypeError as e:
        print(e)


def configure(*, verbose=False, timeout=10, retries=3):
    pass


def draw(width, height):
    pass


attempt(lambda: configure(verbos=True))
attempt(lambda: configure(time_out=1))
attempt(lambda: configure(banana=1))
attempt(lambda: draw(widht=1, height=2))
attempt(lambda: draw(1, 2, color=3))
attempt(lambda: print("a", seperator=","))
attempt(lambda: print("a", edn=""))
attempt(lambda: sorted([1], revers=True))
attempt(lambda: sorted([1], kye=len))
attempt(lambda: int("1", bas=2))
attempt(lambda: max([1], defualt=0))
attempt(lambda: "a".split(maxspilt=1))
attempt(lambda: enumerate([1], strat=1))
attempt(lambda: [].sort(rev=True))
attempt(lambda: dict(1, 2))
attempt(lambda: "".join())
attempt(lambda: len())
attempt(lambda: len(1, 2))
attempt(lambda: isinstance(1))
attempt(lambda: abs())
attempt(lambda: "x".upper(1))
attempt(lambda: [].append())
attempt(lambda: {}.get())
attempt(lambda: {}.get(1, 2, 3))
attempt(lambda: sum())
attempt(lambda: "a".replace("b"))
attempt(lambda: len(obj=[]))
attempt(lambda: str(1, 2, 3, 4))
attempt(lambda: range())
attempt(lambda: range(1, 2, 3, 4))
attempt(lambda: "a".find())
attempt(lambda: zip(stric=True))
attempt(lambda: round())
attempt(lambda: round(1.5, digits=2))
attempt(lambda: pow(2))
attempt(lambda: chr())
attempt(lambda: getattr(1))
attempt(lambda: set(1, 2))
attempt(lambda: list(1, 2))
attempt(lambda: float(1, 2))
attempt(lambda: bool(1, 2))
attempt(lambda: object(1))
