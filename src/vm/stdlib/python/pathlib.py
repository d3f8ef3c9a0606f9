import fnmatch
import functools

__all__ = ["PurePath", "PurePosixPath", "Path", "PosixPath"]


def _split(text):
    """The root and the parts after it."""
    root = "" if not text.startswith("/") else "//" if text.startswith("//") and not text.startswith("///") else "/"
    return root, [part for part in text.split("/") if part and part != "."]


@functools.total_ordering
class PurePath:
    __slots__ = ("_root", "_tail", "__weakref__")

    def __new__(cls, *args):
        if cls is PurePath:
            cls = PurePosixPath
        elif cls is Path:
            cls = PosixPath
        root, tail = "", []
        for arg in args:
            if not isinstance(arg, (str, PurePath)):
                if not hasattr(arg, "__fspath__"):
                    raise TypeError("argument should be a str or an os.PathLike object where __fspath__ returns a str, "
                        f"not {type(arg).__name__!r}")
                arg = arg.__fspath__()
            more_root, more = (arg._root, arg._tail) if isinstance(arg, PurePath) else _split(arg)
            root, tail = (more_root, more) if more_root else (root, tail + more)
        self = object.__new__(cls)
        self._root, self._tail = root, tail
        return self

    def __init__(self, *args):
        pass

    def _made(self, tail, root=None):
        new = object.__new__(type(self))
        new._root, new._tail = self._root if root is None else root, tail
        return new

    def __str__(self):
        return self._root + "/".join(self._tail) or "."

    def __fspath__(self):
        return str(self)

    as_posix = __fspath__

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def __bytes__(self):
        return str(self).encode()

    def as_uri(self):
        if not self._root:
            raise ValueError("relative path can't be expressed as a file URI")
        return "file://" + str(self)

    def __eq__(self, other):
        return str(self) == str(other) if isinstance(other, PurePath) else NotImplemented

    def __lt__(self, other):
        return (self._root, self._tail) < (other._root, other._tail) if isinstance(other, PurePath) else NotImplemented

    def __hash__(self):
        return hash(str(self))

    def __truediv__(self, other):
        try:
            return type(self)(self, other)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, other):
        try:
            return type(self)(other, self)
        except TypeError:
            return NotImplemented

    def __reduce__(self):
        return type(self), (str(self),)

    drive = property(lambda self: "")
    root = anchor = property(lambda self: self._root)
    parts = property(lambda self: ((self._root,) if self._root else ()) + tuple(self._tail))
    name = property(lambda self: self._tail[-1] if self._tail else "")

    @property
    def suffix(self):
        i = self.name.rfind(".")
        return self.name[i:] if 0 < i < len(self.name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        return [] if name.endswith(".") else ["." + part for part in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        return self.name[:len(self.name) - len(self.suffix)]

    @property
    def parent(self):
        return self._made(self._tail[:-1]) if self._tail else self

    @property
    def parents(self):
        return tuple(self._made(self._tail[:n]) for n in range(len(self._tail) - 1, -1, -1))

    def joinpath(self, *others):
        return type(self)(self, *others)

    def with_segments(self, *segments):
        return type(self)(*segments)

    def is_absolute(self):
        return bool(self._root)

    def with_name(self, name):
        if not self._tail:
            raise ValueError(f"{self!r} has an empty name")
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        return self._made(self._tail[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if suffix and (not suffix.startswith(".") or suffix == "." or "/" in suffix):
            raise ValueError(f"Invalid suffix {suffix!r}")
        return self.with_name(self.stem + suffix)

    def is_relative_to(self, other, /):
        other = type(self)(other)
        return self._root == other._root and self._tail[:len(other._tail)] == other._tail

    def relative_to(self, other, /, *, walk_up=False):
        other = type(self)(other)
        up, base = [], other._tail
        while self._root != other._root or self._tail[:len(base)] != base:
            if not walk_up:
                raise ValueError(f"{str(self)!r} is not in the subpath of {str(other)!r}")
            if not base:
                raise ValueError(f"{str(self)!r} and {str(other)!r} have different anchors")
            if base[-1] == "..":
                raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")
            up, base = up + [".."], base[:-1]
        return self._made(up + self._tail[len(base):], "")

    def match(self, pattern, *, case_sensitive=None):
        root, wanted = _split(str(pattern))
        if not root and not wanted:
            raise ValueError("empty pattern")
        if root and (not self._root or len(wanted) != len(self._tail)) or len(wanted) > len(self._tail):
            return False
        return all(map(fnmatch.fnmatchcase, self._tail[len(self._tail) - len(wanted):], wanted))


class PurePosixPath(PurePath):
    __slots__ = ()


class Path(PurePath):
    """A path where there are no files."""
    __slots__ = ()

    @classmethod
    def cwd(cls):
        return cls("/")

    home = cwd

    def absolute(self):
        return self if self._root else type(self)("/", self)

    resolve = absolute

    def exists(self, *, follow_symlinks=True):
        return False

    is_file = is_dir = is_symlink = exists

    def open(self, mode="r", *args, **kwargs):
        return open(str(self), mode, *args, **kwargs)

    def read_text(self, encoding=None, errors=None, newline=None):
        with self.open("r", encoding=encoding) as f:
            return f.read()

    def read_bytes(self):
        with self.open("rb") as f:
            return f.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        with self.open("w", encoding=encoding) as f:
            return f.write(data)

    def write_bytes(self, data):
        with self.open("wb") as f:
            return f.write(data)


class PosixPath(Path, PurePosixPath):
    __slots__ = ()
