import _awaitscope as _vm

modules = _vm.modules
version = "3.13.0 (awaitscope)"
platform = "linux"
byteorder = "little"
maxsize = 2**63 - 1
maxunicode = 0x10FFFF
copyright = "Copyright (c) 2001-2024 Python Software Foundation."
api_version = 1013
hexversion = 0x030D00F0
executable = prefix = base_prefix = exec_prefix = base_exec_prefix = "/usr"
argv = [""]
orig_argv = [""]
path = []
meta_path = []
path_hooks = []
path_importer_cache = {}
warnoptions = []
dont_write_bytecode = True
float_repr_style = "short"
pycache_prefix = None
builtin_module_names = ("builtins", "sys", "time")
stdlib_module_names = frozenset()


def _struct(type_name, **values):
    def make(cls, items):
        self = tuple.__new__(cls, items)
        return self

    def show(self):
        return f"sys.{type_name}({', '.join(f'{k}={v!r}' for k, v in zip(values, self))})"

    body = {"__new__": make, "__repr__": show, "__module__": "sys", "__qualname__": type_name}
    for i, name in enumerate(values):
        body[name] = property(lambda self, i=i: self[i])
    return type(type_name, (tuple,), body)(values.values())


version_info = _struct("version_info", major=3, minor=13, micro=0, releaselevel="final", serial=0)
float_info = _struct("float_info", max=1.7976931348623157e308, max_exp=1024, max_10_exp=308,
    min=2.2250738585072014e-308, min_exp=-1021, min_10_exp=-307, dig=15, mant_dig=53,
    epsilon=2.220446049250313e-16, radix=2, rounds=1)
int_info = _struct("int_info", bits_per_digit=30, sizeof_digit=4, default_max_str_digits=4300,
    str_digits_check_threshold=640)
hash_info = _struct("hash_info", width=64, modulus=2**61 - 1, inf=314159, nan=0, imag=1000003,
    algorithm="siphash13", hash_bits=64, seed_bits=128, cutoff=0)
flags = _struct("flags", debug=0, inspect=0, interactive=0, optimize=0, dont_write_bytecode=0, no_user_site=0,
    no_site=0, ignore_environment=0, verbose=0, bytes_warning=0, quiet=0, hash_randomization=1, isolated=0,
    dev_mode=False, utf8_mode=0, warn_default_encoding=0, safe_path=False, int_max_str_digits=4300)
thread_info = _struct("thread_info", name="pthread", lock="semaphore", version=None)


class _Namespace:
    def __init__(self, **kw):
        self.__dict__.update(kw)

    def __repr__(self):
        return f"namespace({', '.join(f'{k}={v!r}' for k, v in self.__dict__.items())})"


implementation = _Namespace(name="cpython", cache_tag="cpython-313", version=version_info, hexversion=hexversion)


class TextIOWrapper:
    encoding = "utf-8"
    errors = "strict"
    mode = "w"
    newlines = None
    line_buffering = False
    closed = False

    def __init__(self, number, name):
        self._number = number
        self.name = name

    def write(self, text, /):
        return _vm.write(self._number, text)

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def flush(self):
        pass

    def close(self):
        pass

    def isatty(self):
        return False

    def readable(self):
        return False

    def writable(self):
        return True

    def seekable(self):
        return False

    def fileno(self):
        return self._number

    def reconfigure(self, **options):
        pass

    @property
    def buffer(self):
        return _Buffer(self)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        pass

    def __repr__(self):
        return f"<_io.TextIOWrapper name={self.name!r} mode='w' encoding='utf-8'>"


TextIOWrapper.__module__ = "_io"


class _Buffer:
    def __init__(self, text):
        self._text = text

    def write(self, data):
        self._text.write(data.decode("utf-8", "replace"))
        return len(data)

    def flush(self):
        pass


class _Stdin(TextIOWrapper):
    mode = "r"

    def read(self, size=-1):
        return ""

    readline = read

    def __iter__(self):
        return iter(())

    def write(self, text, /):
        import io
        raise io.UnsupportedOperation("not writable")


stdin = __stdin__ = _Stdin(0, "<stdin>")
stdout = __stdout__ = TextIOWrapper(1, "<stdout>")
stderr = __stderr__ = TextIOWrapper(2, "<stderr>")


def exception():
    return _vm.handled()


def exc_info():
    exc = _vm.handled()
    if exc is None:
        return (None, None, None)
    return (type(exc), exc, exc.__traceback__)


def exit(status=None, /):
    raise SystemExit(status) if status is not None else SystemExit


def getrecursionlimit():
    return _vm.recursion_limit()


def setrecursionlimit(limit, /):
    limit = limit.__index__()
    if limit < 1:
        raise ValueError("recursion limit must be greater or equal than 1")
    _vm.set_recursion_limit(limit)


class _Hooks(tuple):
    firstiter = property(lambda self: self[0])
    finalizer = property(lambda self: self[1])

    def __repr__(self):
        return f"sys.asyncgen_hooks(firstiter={self[0]!r}, finalizer={self[1]!r})"


def get_asyncgen_hooks():
    return _Hooks(_vm.asyncgen_hooks())


def set_asyncgen_hooks(*args, **kw):
    first, last = _vm.asyncgen_hooks()
    if args:
        first = args[0]
    if len(args) > 1:
        last = args[1]
    first, last = kw.get("firstiter", first), kw.get("finalizer", last)
    for name, value in (("firstiter", first), ("finalizer", last)):
        if value is not None and not callable(value):
            raise TypeError(f"callable {name} expected, got {type(value).__name__}")
    _vm.asyncgen_hooks(first, last)


class frame:
    def __init__(self, frames, variables, at=0):
        self._frames, self._locals, self._at = frames, variables, at
        self.f_code, self.f_lineno, self.f_globals = frames[at]
        self.f_builtins = __builtins__
        self.f_locals = variables[at]
        self.f_trace = None
        self.f_lasti = 0

    @property
    def f_back(self):
        return frame(self._frames, self._locals, self._at + 1) if self._at + 1 < len(self._frames) else None

    def clear(self):
        pass

    def __repr__(self):
        code = self.f_code
        return f"<frame at {id(self):#x}, file {code.co_filename!r}, line {self.f_lineno}, code {code.co_name}>"


frame.__module__ = "builtins"


def _getframe(depth=0, /):
    frames = _vm.frames()
    if depth >= len(frames):
        raise ValueError("call stack is not deep enough")
    return frame(frames, _vm.locals(), depth)


def _getframemodulename(depth=0):
    frames = _vm.frames()
    return frames[depth][2].get("__name__") if depth < len(frames) else None


def _current_frames():
    return {}


def getsizeof(obj, *default):
    if hasattr(type(obj), "__sizeof__"):
        return type(obj).__sizeof__(obj)
    t = type(obj)
    if isinstance(obj, bool) or t is int:
        return 28 + 4 * max(0, (abs(obj).bit_length() - 1) // 30)
    if t is str:
        width = max(map(ord, obj), default=0)
        return len(obj) + 41 if width < 128 else len(obj) + 57 if width < 256 else 58 + 2 * len(obj) if width < 65536 else 60 + 4 * len(obj)
    if t is list:
        return 56 + 8 * len(obj)
    if t is tuple:
        return 40 + 8 * len(obj)
    if t is bytes:
        return 33 + len(obj)
    if t is dict:
        n = len(obj)
        return 64 if n == 0 else 184 if n <= 5 else 272 if n <= 10 else 100 * n // 2
    if t in (set, frozenset):
        return 216 if len(obj) < 5 else 728 if len(obj) < 20 else 36 * len(obj)
    return {float: 24, complex: 32, type(None): 16}.get(t, 48)


def getrefcount(obj, /):
    return _vm.refcount(obj)


def intern(text, /):
    if type(text) is not str:
        raise TypeError(f"intern() argument must be str, not {type(text).__name__}")
    return _interned.setdefault(text, text)


_interned = {}


def getdefaultencoding():
    return "utf-8"


def getfilesystemencoding():
    return "utf-8"


def getfilesystemencodeerrors():
    return "surrogateescape"


def getswitchinterval():
    return 0.005


def setswitchinterval(seconds, /):
    pass


get_int_max_str_digits = _vm.max_str_digits


def set_int_max_str_digits(maxdigits):
    if maxdigits and maxdigits < 640:
        raise ValueError("maxdigits must be 0 or larger than 640")
    _vm.max_str_digits(maxdigits)


def gettrace():
    return None


def settrace(function, /):
    pass


getprofile, setprofile = gettrace, settrace


def get_coroutine_origin_tracking_depth():
    return 0


def set_coroutine_origin_tracking_depth(depth):
    pass


def is_finalizing():
    return False


def call_tracing(func, args, /):
    return func(*args)


def audit(event, *args):
    pass


def addaudithook(hook):
    pass


def displayhook(value, /):
    import builtins
    if value is not None:
        builtins._ = None
        print(repr(value))
        builtins._ = value


def excepthook(exctype, value, traceback, /):
    stderr.write(_vm.format_exception(value))


def unraisablehook(unraisable, /):
    stderr.write(_vm.format_exception(unraisable.exc_value))


__excepthook__, __displayhook__, __unraisablehook__ = excepthook, displayhook, unraisablehook


def breakpointhook(*args, **kws):
    raise RuntimeError("breakpoint() is not supported: there is no debugger here")


__breakpointhook__ = breakpointhook
