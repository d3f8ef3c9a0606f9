import _thread
import sys

name = "posix"
sep, altsep, pathsep, curdir, pardir, extsep, linesep, devnull, defpath = "/", None, ":", ".", "..", ".", "\n", "/dev/null", "/bin:/usr/bin"
error = OSError
environ = {}
getpid = lambda: 1
getpid.__name__ = "getpid"


def getppid():
    return 0


def cpu_count():
    return _thread._cpu_count


process_cpu_count = cpu_count


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value, /):
    environ[key] = value


def unsetenv(key, /):
    environ.pop(key, None)


def getcwd():
    return "/"


def urandom(size, /):
    import random  # for urandom
    return random.Random().randbytes(size)


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    if hasattr(type(path), "__fspath__"):
        return type(path).__fspath__(path)
    raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")


def fsencode(filename):
    return fspath(filename).encode() if isinstance(fspath(filename), str) else fspath(filename)


def strerror(code, /):
    return {1: "Operation not permitted", 2: "No such file or directory", 13: "Permission denied", 17: "File exists"}.get(code, f"Unknown error {code}")


def _exit(status):
    raise SystemExit(status)


def _none(what):
    def function(*args, **kwargs):
        raise OSError(f"os.{what}() is not supported: there are no files or processes here")
    function.__name__ = function.__qualname__ = what
    return function


for _n in ("listdir", "mkdir", "makedirs", "remove", "unlink", "rename", "rmdir", "stat", "open", "read", "write",
           "close", "system", "popen", "scandir", "walk", "chdir", "fork", "kill", "pipe", "getlogin"):
    globals()[_n] = _none(_n)

import posixpath as path
sys.modules["os.path"] = path
