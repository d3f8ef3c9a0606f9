import _thread
import sys

name = "posix"
sep, altsep, pathsep, curdir, pardir, extsep, linesep, devnull, defpath = "/", None, ":", ".", "..", ".", "\n", "/dev/null", "/bin:/usr/bin"
error = OSError


class _Environ(dict):
    def __setitem__(self, key, value):
        for text in (key, value):
            if not isinstance(text, str):
                raise TypeError(f"str expected, not {type(text).__name__}")
        dict.__setitem__(self, key, value)

    def __getitem__(self, key):
        if not isinstance(key, str):
            raise TypeError(f"str expected, not {type(key).__name__}")
        return dict.__getitem__(self, key)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def update(self, other=(), /, **kwds):
        for key, value in {**dict(other), **kwds}.items():
            self[key] = value

    def __repr__(self):
        return f"environ({dict.__repr__(self)})"


environ = _Environ()
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


SEEK_SET, SEEK_CUR, SEEK_END = range(3)
F_OK, X_OK, W_OK, R_OK = 0, 1, 2, 4
EX_OK = 0
getuid = geteuid = getgid = getegid = lambda: 1000


class terminal_size(tuple):
    columns, lines = property(lambda self: self[0]), property(lambda self: self[1])

    def __repr__(self):
        return f"os.terminal_size(columns={self[0]}, lines={self[1]})"


def get_terminal_size(fd=1):
    raise OSError(25, "Inappropriate ioctl for device")


def isatty(fd, /):
    return False
