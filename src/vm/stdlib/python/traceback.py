import sys
import _awaitscope as _vm

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack",
    "format_tb", "print_exc", "format_exc", "print_exception", "print_last", "print_stack", "print_tb", "clear_frames",
    "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb", "print_list"]
_absent = object()


def _lines(text):
    """The entries of a traceback's text: each with the lines that belong to it."""
    out = []
    for line in text.splitlines(True):
        # Between two exceptions is a sentence with an empty line on both sides.
        if out and (line.startswith("    ") or out[-1] == "\n" or line == "\n" and out[-1].startswith("\n")):
            out[-1] += line
        else:
            out.append(line)
    return out


def _pick(exc, value):
    if value is _absent:
        if not (exc is None or isinstance(exc, BaseException)):
            raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
        return exc
    return value


def _text(exc, chain=True):
    return "NoneType: None\n" if exc is None else _vm.format_exception(exc, bool(chain))


def format_exception(exc, /, value=_absent, tb=_absent, limit=None, chain=True, **kw):
    exc = _pick(exc, value)
    if exc is None:
        return ["NoneType: None\n"]
    if tb is None:
        return format_exception_only(exc)
    text = _text(exc, chain)
    if isinstance(exc, BaseExceptionGroup):
        return text.splitlines(True)
    only = _vm.exception_only(exc)
    head = text[:-len(only)] if text.endswith(only) else text
    if limit is not None and head:
        return ["Traceback (most recent call last):\n"] + format_tb(exc.__traceback__, limit) + only.splitlines(True)
    return _lines(head) + only.splitlines(True)


def format_exception_only(exc, /, value=_absent, *, show_group=False, **kw):
    exc = _pick(exc, value)
    if exc is None:
        return ["NoneType: None\n"]
    lines = _vm.exception_only(exc).splitlines(True)
    if not isinstance(exc, SyntaxError) and not getattr(exc, "__notes__", None):
        lines = ["".join(lines)]
    return lines


def format_exc(limit=None, chain=True):
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_exception(exc, /, value=_absent, tb=_absent, limit=None, file=None, chain=True, **kw):
    (sys.stderr if file is None else file).write("".join(format_exception(exc, value, tb, limit, chain)))


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    raise ValueError("no last exception")


def _limit(entries, limit):
    if limit is None:
        return entries
    return entries[:limit] if limit >= 0 else entries[limit:]


def format_tb(tb, limit=None):
    return _limit(_lines(_vm.frames_text(tb)), limit)


def print_tb(tb, limit=None, file=None):
    (sys.stderr if file is None else file).write("".join(format_tb(tb, limit)))


class FrameSummary:
    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None,
                 colno=None, end_colno=None, _shown=None, **kw):
        self.filename, self.lineno, self.name = filename, lineno, name
        self._line = line
        self.locals = {k: repr(v) for k, v in locals.items()} if locals else None
        self.end_lineno, self.colno, self.end_colno = end_lineno, colno, end_colno
        self._shown = _shown

    @property
    def line(self):
        return None if self._line is None else self._line.strip()

    def _tuple(self):
        return (self.filename, self.lineno, self.name, self.line)

    def __iter__(self):
        return iter(self._tuple())

    def __getitem__(self, i):
        return self._tuple()[i]

    def __len__(self):
        return 4

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return self._tuple() == other._tuple()
        return self._tuple() == other if isinstance(other, tuple) else NotImplemented

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


class StackSummary(list):
    @classmethod
    def extract(cls, frames, *, limit=None, lookup_lines=True, capture_locals=False):
        out = cls()
        for frame, lineno in frames:
            code = frame.f_code
            if _vm.is_shown(code):
                out.append(FrameSummary(code.co_filename, lineno, code.co_name, line=_vm.line(code, lineno)))
        out[:] = _limit(out, limit)
        return out

    @classmethod
    def from_list(cls, entries):
        out = cls()
        for entry in entries:
            if not isinstance(entry, FrameSummary):
                filename, lineno, name, line = entry
                entry = FrameSummary(filename, lineno, name, line=line)
            out.append(entry)
        return out

    def format_frame_summary(self, entry, **kw):
        if entry._shown is not None:
            return entry._shown
        text = f'  File "{entry.filename}", line {entry.lineno}, in {entry.name}\n'
        return text + (f"    {entry.line}\n" if entry.line else "")

    def format(self, **kw):
        return [self.format_frame_summary(entry) for entry in self]


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    if f is None:
        f = sys._getframe(1)
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def extract_tb(tb, limit=None):
    out = StackSummary()
    texts = _lines(_vm.frames_text(tb))
    entries, places = [], []
    while tb is not None:
        if _vm.is_shown(tb.tb_frame.f_code):
            entries.append((tb.tb_frame, tb.tb_lineno))
            places.append(dict(zip(("end_lineno", "colno", "end_colno"), _vm.position(tb)[1:])))
        tb = tb.tb_next
    same = len(texts) == len(entries)
    for i, (frame, lineno) in enumerate(entries):
        code = frame.f_code
        out.append(FrameSummary(code.co_filename, lineno, code.co_name, line=_vm.line(code, lineno),
                                _shown=texts[i] if same else None, **places[i]))
    out[:] = _limit(out, limit)
    return out


def extract_stack(f=None, limit=None):
    frames = list(walk_stack(f if f is not None else sys._getframe()))
    frames.reverse()
    out = StackSummary.extract(frames)
    if limit is not None:
        out[:] = out[-limit:] if limit >= 0 else out[:-limit]
    return out


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    (sys.stderr if file is None else file).write("".join(format_list(extracted_list)))


def format_stack(f=None, limit=None):
    return format_list(extract_stack(f, limit))


def print_stack(f=None, limit=None, file=None):
    print_list(extract_stack(f, limit), file)


def clear_frames(tb):
    pass


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        self._exc_type = exc_type
        self._value = exc_value
        self._str = str(exc_value)
        self.stack = extract_tb(exc_traceback, limit)
        cause, context = exc_value.__cause__, exc_value.__context__
        self.__suppress_context__ = exc_value.__suppress_context__
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self.__cause__ = cause and TracebackException.from_exception(cause)
        self.__context__ = TracebackException.from_exception(context) if context is not None and cause is None else None
        self.exceptions = None
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [TracebackException.from_exception(e) for e in exc_value.exceptions]

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type(self):
        import warnings  # for exc_type
        warnings.warn("Deprecated in 3.13. Use exc_type_str instead.", DeprecationWarning)
        return self._exc_type

    @property
    def exc_type_str(self):
        t = self._exc_type
        return t.__qualname__ if t.__module__ in ("builtins", "__main__") else f"{t.__module__}.{t.__qualname__}"

    def format(self, *, chain=True, **kw):
        yield from format_exception(self._value, chain=chain)

    def format_exception_only(self, *, show_group=False, **kw):
        yield from format_exception_only(self._value)

    def print(self, *, file=None, chain=True, **kw):
        print_exception(self._value, file=file, chain=chain)

    def __str__(self):
        return self._str

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, TracebackException) else NotImplemented
