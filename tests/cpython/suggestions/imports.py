import traceback


def show(source):
    try:
        source()
    except ImportError as e:
        print(type(e).__name__, "|", traceback.format_exception_only(e)[-1].strip(), "|", e.name)


def no_module():
    import nonexistent_module


def no_submodule():
    import json.nothing


def not_a_package():
    import math.sin


def no_name():
    from math import squareroot


def close_name():
    from collections import Countr


def from_missing():
    from nowhere import something


def wrong_case():
    from datetime import dateTime


for f in (no_module, no_submodule, not_a_package, no_name, close_name, from_missing, wrong_case):
    show(f)
import math as m, json as j
from math import pi as PI, sqrt
from collections import (
    deque,
    OrderedDict as OD,
)
print(m.floor(2.5), j.dumps([1]), round(PI, 3), sqrt(16), deque([1]), OD.__name__)
import collections.abc
print(issubclass(list, collections.abc.Sequence), m.__name__, type(m).__name__)
try:
    import thing_that_is_missing as t
except ModuleNotFoundError:
    t = None
print(t)
def local_import():
    from string import ascii_lowercase
    return ascii_lowercase[:3]
print(local_import())
from math import *
print(floor(cos(0)), e > 2.7)
