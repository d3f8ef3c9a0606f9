class A:
    def __init__(self): self.log = ["A"]
    def who(self): return "A.who"
    @classmethod
    def make(cls): return f"A.make({cls.__name__})"
    @staticmethod
    def tool(): return "A.tool"
    @property
    def prop(self): return "A.prop"
    attr = "A.attr"


class B(A):
    def __init__(self):
        super().__init__()
        self.log.append("B")

    def who(self): return "B>" + super().who()
    @classmethod
    def make(cls): return "B>" + super().make()
    @staticmethod
    def tool(): return "B>" + super(B, B).tool()
    @property
    def prop(self): return "B>" + super().prop
    def attr_of_super(self): return super().attr

    def nested(self):
        def inner():
            return super(B, self).who()
        return inner(), [super(B, self).who() for _ in range(1)]

    def uses_class_cell(self): return __class__.__name__


class C(B): pass


b = C()
print(b.log, b.who(), C.make(), B.tool(), b.prop, b.attr_of_super(), b.nested(), b.uses_class_cell())
print(super(B, b).who(), super(C, b).who(), super(C, C).make(), super(B, C).tool())
for bad in (lambda: super(), lambda: super(B, 5), lambda: super(5, b), lambda: super(B, b).nothing, lambda: super(C, B())):
    try:
        print(bad())
    except (RuntimeError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)


def outside(self):
    return super().who()


try:
    outside(b)
except RuntimeError as e:
    print(e)
s = super(B, b)
print(s.__thisclass__, s.__self_class__, s.__self__ is b)


class D(A):
    def __getattr__(self, name): return f"getattr {name}"
    def via_super(self):
        try:
            return super().missing
        except AttributeError as e:
            return str(e)


print(D().missing, D().via_super())


class E(dict):
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)
    def __getitem__(self, k): return ("E", super().__getitem__(k))
    def __missing__(self, k): return "gone"
    def update(self, *a, **k): super().update(*a, **k); return self


e = E(a=1)
e["b"] = 2
print(e, e["a"], e["b"], e["zz"], e.update(c=3), e.get("b"))
