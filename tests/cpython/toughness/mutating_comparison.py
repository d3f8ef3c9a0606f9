# A comparison that changes the set that is looked through, and a __call__ that is an object of its own class.
class Bad:
    def __init__(self, at):
        self.at = at

    def __eq__(self, other):
        for s in sets:
            s.clear()
        return True

    def __hash__(self):
        return 1


for op in ("__isub__", "__iand__", "__ixor__", "__and__", "__or__", "__sub__", "__xor__", "__lt__", "__eq__"):
    sets = []
    a, b = {Bad(1)}, {Bad(2)}
    sets = [a, b]
    try:
        result = getattr(set, op)(a, b)
        print(op, type(result).__name__)
    except RuntimeError as e:
        print(op, e)


class A:
    pass


A.__call__ = A()
try:
    A()()
except RecursionError:
    print("RecursionError")
