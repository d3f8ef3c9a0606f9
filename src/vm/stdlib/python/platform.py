import sys
from collections import namedtuple

uname_result = namedtuple("uname_result", "system node release version machine")


def system(): return "Linux"
def node(): return "localhost"
def release(): return ""
def version(): return ""
def machine(): return "wasm32"
def processor(): return ""
def architecture(executable=None, bits="", linkage=""): return "64bit", ""
def platform(aliased=False, terse=False): return "Linux-wasm32"
def uname(): return uname_result(system(), node(), release(), version(), machine())
def python_implementation(): return "CPython"
def python_version(): return "%d.%d.%d" % sys.version_info[:3]
def python_version_tuple(): return tuple(python_version().split("."))
def python_branch(): return ""
def python_revision(): return ""
def python_build(): return "main", ""
def python_compiler(): return "awaitscope"
