from dataclasses import dataclass
class Typed:
    def __set_name__(self, o, n): self.n = n
    def __get__(self, i, o=None): return 7 if i is None else i.__dict__.get(self.n, 9)
    def __set__(self, i, v):
        if not isinstance(v, int): raise TypeError(f"{self.n} must be int")
        i.__dict__[self.n] = v
@dataclass
class P:
    x: int = Typed()
    y: "int" = 3
print(P(), P(4), P.__doc__, P.__init__.__doc__)
P("a")
