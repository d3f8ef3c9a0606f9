class ConfigError(Exception):
    pass


def load(d, key):
    try:
        return d[key]
    except KeyError as e:
        raise ConfigError(f"missing {key}") from e


try:
    load({}, "port")
except ConfigError as e:
    print(repr(e), repr(e.__cause__), repr(e.__context__), e.__suppress_context__)

try:
    try:
        1 / 0
    except ZeroDivisionError:
        int("x")
except ValueError as e:
    print(repr(e.__context__), e.__cause__, e.__suppress_context__)

try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("clean") from None
except ValueError as e:
    print(e.__cause__, repr(e.__context__), e.__suppress_context__)

try:
    raise TypeError("a") from "string"
except TypeError as e:
    print(e)
try:
    raise TypeError("b") from ValueError
except TypeError as e:
    print(repr(e.__cause__))
try:
    raise "string"
except TypeError as e:
    print(e)
try:
    raise
except RuntimeError as e:
    print(e)


def reraise():
    try:
        {}["a"]
    except KeyError:
        print("seen")
        raise


try:
    reraise()
except KeyError as e:
    print("again", e, e.__context__)
