SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    closed = False

    def _open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def close(self):
        self.closed = True

    def flush(self):
        self._open()

    def isatty(self):
        self._open()
        return False

    def readable(self):
        return False

    writable = seekable = readable

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def __enter__(self):
        self._open()
        return self

    def __exit__(self, *exc):
        self.close()

    def __iter__(self):
        self._open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1):
        lines = []
        total = 0
        for line in self:
            lines.append(line)
            total += len(line)
            if hint is not None and 0 < hint <= total:
                break
        return lines

    def writelines(self, lines):
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class TextIOBase(IOBase):
    pass


class _Memory:
    """A text or bytes that is written in pieces and read at a position."""
    def readable(self):
        self._open()
        return True

    writable = seekable = readable

    def _join(self):
        if self._parts:
            self._data = self._data + self._empty.join(self._parts)
            self._parts = []
        return self._data

    def getvalue(self):
        self._open()
        return self._join()

    def tell(self):
        self._open()
        return self._pos

    def _put(self, data):
        n = len(data)
        if not n:
            return 0
        if self._pos == self._size:
            self._parts.append(data)
            self._size += n
        else:
            old = self._join()
            if self._pos > len(old):
                old += self._zero * (self._pos - len(old))
            self._data = old[:self._pos] + data + old[self._pos + n:]
            self._size = len(self._data)
        self._pos += n
        return n

    def read(self, size=-1, /):
        self._open()
        data = self._join()
        end = len(data) if size is None or size < 0 else self._pos + size
        out = data[self._pos:end]
        self._pos += len(out)
        return out

    def readline(self, size=-1, /):
        self._open()
        data = self._join()
        end = data.find(self._newline, self._pos) + 1 or len(data)
        if size is not None and size >= 0:
            end = min(end, self._pos + size)
        out = data[self._pos:end]
        self._pos += len(out)
        return out

    def truncate(self, size=None, /):
        self._open()
        size = self._pos if size is None else size
        if size < 0:
            raise ValueError(f"Negative size value {size}")
        self._data = self._join()[:size]
        self._size = len(self._data)
        return size


class StringIO(_Memory, TextIOBase):
    _empty, _newline, _zero = "", "\n", "\0"
    encoding = errors = newlines = None
    line_buffering = False

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        self._data, self._parts, self._pos = "", [], 0
        self._translate = newline
        self._size = 0
        if initial_value:
            self.write(initial_value)
            self._pos = 0

    def write(self, s, /):
        self._open()
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got {type(s).__name__!r}")
        if self._translate is None and "\r" in s:
            self._put(s.replace("\r\n", "\n").replace("\r", "\n"))
        elif self._translate in ("\r", "\r\n"):
            self._put(s.replace("\n", self._translate))
        else:
            self._put(s)
        return len(s)

    def seek(self, offset, whence=0, /):
        self._open()
        if whence == 0:
            if offset < 0:
                raise ValueError(f"Negative seek position {offset}")
            self._pos = offset
        elif offset != 0:
            raise OSError("Can't do nonzero cur-relative seeks")
        elif whence == 2:
            self._pos = self._size
        elif whence != 1:
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        return self._pos

    def __repr__(self):
        return f"<_io.StringIO object at {id(self):#x}>"


class BytesIO(_Memory, BufferedIOBase):
    _empty, _newline, _zero = b"", b"\n", b"\0"

    def __init__(self, initial_bytes=b""):
        self._data, self._parts, self._pos = bytes(initial_bytes or b""), [], 0
        self._size = len(self._data)

    def write(self, b, /):
        self._open()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return self._put(bytes(b))

    def readinto(self, b, /):
        data = self.read(len(b))
        b[:len(data)] = data
        return len(data)

    def getbuffer(self):
        return self.getvalue()

    read1 = _Memory.read

    def seek(self, offset, whence=0, /):
        self._open()
        if whence == 0 and offset < 0:
            raise ValueError(f"negative seek value {offset}")
        self._pos = max(0, offset + (0, self._pos, self._size)[whence])
        return self._pos


import sys as _sys


class _TextMeta(type(StringIO)):
    def __instancecheck__(cls, obj):
        return super().__instancecheck__(obj) or isinstance(obj, _sys.TextIOWrapper)


class TextIOWrapper(StringIO, metaclass=_TextMeta):
    """Text over a buffer of bytes: what is in it is decoded at once, what is written goes to it at once."""

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        self.buffer, self.encoding, self.errors = buffer, encoding or "utf-8", errors or "strict"
        text = buffer.read().decode(self.encoding, self.errors)
        if newline is None:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        super().__init__(newline="")
        self._put(text)
        self._pos = 0

    def write(self, text, /):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self.buffer.write(text.encode(self.encoding, self.errors))
        return len(text)

    def detach(self):
        return self.buffer

    def __repr__(self):
        return f"<_io.TextIOWrapper encoding={self.encoding!r}>"


TextIOWrapper.__module__ = "_io"
for _c in (StringIO, BytesIO, IOBase):
    _c.__module__ = "_io"
UnsupportedOperation.__module__ = "io"


def open(*args, **kwargs):
    import builtins
    return builtins.open(*args, **kwargs)
