from dataclasses import dataclass, field
@dataclass
class P:
    x: int
    y: list = field(default_factory=lambda: 1/0)
P(1)
