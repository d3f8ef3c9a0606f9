eg = ExceptionGroup("problems", [ValueError("v"), ExceptionGroup("more", [TypeError("t"), OSError(2, "gone")])])
print(eg, repr(eg))
print(eg.message, len(eg.exceptions), str(eg.exceptions[1]))
match_, rest = eg.split(TypeError)
print(repr(match_), repr(rest))
print(repr(eg.subgroup((ValueError, TypeError))), eg.subgroup(KeyError), repr(eg.subgroup(lambda e: isinstance(e, OSError))))
print(repr(eg.derive([KeyError("k")])))
for bad in (lambda: ExceptionGroup("m", []), lambda: ExceptionGroup("m", 5), lambda: ExceptionGroup("m", ["x"]), lambda: ExceptionGroup("m"), lambda: ExceptionGroup(5, [ValueError()]), lambda: ExceptionGroup("m", [KeyboardInterrupt()])):
    try:
        print(bad())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)
print(issubclass(ExceptionGroup, Exception), ExceptionGroup.__mro__)


class MyGroup(ExceptionGroup):
    def derive(self, excs):
        return MyGroup(self.message + "!", excs)


try:
    raise MyGroup("mine", [ValueError(1), TypeError(2)])
except* ValueError as e:
    print(repr(e))
except* TypeError as e:
    print(type(e).__name__, e)
eg.add_note("a note")
part = eg.subgroup(ValueError)
print(part.__notes__)


def leaves(e):
    if isinstance(e, BaseExceptionGroup):
        for x in e.exceptions:
            yield from leaves(x)
    else:
        yield e


print([repr(e) for e in leaves(eg)])
