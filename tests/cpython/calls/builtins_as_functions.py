print(list(map(str.upper, ["a", "b"])), sorted(["B", "a"], key=str.lower), list(map(int.bit_length, [1, 255])), list(map(dict.get, [{"k": 1}], ["k"])))
print(str.join(",", ["a", "b"]), list.append.__name__, "abc".__len__(), (5).__add__(3), [1].__contains__(1), {"a": 1}.__getitem__("a"), "a".__eq__("a"), int.__add__(2, 3), "x".__mul__(3))
l = []
push = l.append
for i in range(3):
    push(i)
print(l, push.__self__ is l, push.__name__)
print(max("a", "b", key=ord), min([3, 1], key=lambda v: -v), sum(map(len, ["a", "bb"])), list(map(lambda *a: a, "ab", "cd")))
for bad in (lambda: str.upper(5), lambda: str.upper(), lambda: list.append(5, 1), lambda: int.bit_length("x"), lambda: dict.get([], 1), lambda: [].append.nothing, lambda: str.join(",", [1]), lambda: list.sort([2, 1], reversed=True), lambda: print.x, lambda: len.__self__.y, lambda: "".join.__call__()):
    try:
        print(bad())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
funcs = {"upper": str.upper, "title": str.title, "len": len, "rev": lambda s: s[::-1]}
print({name: f("hello") for name, f in funcs.items()})
print(getattr("a b", "split")(), getattr([3, 1], "sort")() is None, callable(getattr(5, "real")))
sq = pow
print(sq(2, 3), (print)("called via parens"), (lambda f=len: f("abcd"))())
print([*map(type, (1, "a", None, len, type))], type(len) is type(print), isinstance(str.upper, type(list.append)))
print(bool.__call__(1) if hasattr(bool, "__call__") else "-", type.__call__(str, 5), object.__repr__(5).startswith("<int object at"), object.__str__("x"), int.__repr__(5), str.__repr__("q"), float.__str__(1.5), list.__repr__([1]), object.__eq__(1, 1), object.__eq__(1, 2))
import functools
inc = functools.partial(sum, start=1)
print(inc([1, 2]), (5).__class__("7"), "{}".format.__name__, [].__class__.__name__, {}.__class__ is dict)
print(list(filter(str.isalpha, "a1b")), list(filter(None.__ne__, [1, None, 2])), next(map(abs, [-3])), list(zip(*[iter("abcdef")] * 2)))
