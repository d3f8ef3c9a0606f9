"""Module docstring."""


def documented():
    """Return five.

    More text.
    """
    return 5


def undocumented():
    return "not a docstring"


def fstring_is_not():
    f"""not a docstring"""


def concatenated():
    "one " "two"


class Doc:
    """Class doc."""

    x = 1
    """attribute strings are ignored"""

    @property
    def p(self):
        """Property doc."""

    @staticmethod
    def s(): "static doc"

    def indented(self):
        """First line.

            Indented more.
        Back.
        """


print(__doc__)
print(documented.__doc__)
print(undocumented.__doc__, fstring_is_not.__doc__, concatenated.__doc__)
print(Doc.__doc__, Doc.p.__doc__, Doc.s.__doc__)
print(repr(Doc.indented.__doc__))
documented.__doc__ = "changed"
print(documented.__doc__)
Doc.__doc__ = "new"
print(Doc.__doc__)
class Child(Doc): pass
print(Child.__doc__)
import inspect
print(inspect.getdoc(Doc.indented), inspect.getdoc(Child), sep="\n")
print((lambda: 0).__doc__, type(len.__doc__).__name__)
