from dataclasses import dataclass
@dataclass(order=True)
class P:
    x: int
    y: str
print(sorted([P(2, "a"), P(1, "b")]))
P(1, "a") < P("b", 1)
