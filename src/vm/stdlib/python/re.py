import _sre
import enum as _enum
from types import GenericAlias as _GenericAlias

__all__ = ["match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge",
    "escape", "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE",
    "MULTILINE", "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag", "PatternError"]


class RegexFlag(_enum.IntFlag):
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    DEBUG = 128

    def __repr__(self):
        names = [f"re.{n}" for n in ("ASCII", "IGNORECASE", "LOCALE", "UNICODE", "MULTILINE", "DOTALL", "VERBOSE", "DEBUG")
                 if self._value_ & RegexFlag[n]._value_]
        return "|".join(names) if names else "re.NOFLAG"

    __str__ = object.__str__


globals().update(RegexFlag.__members__)


class PatternError(Exception):
    def __init__(self, msg, pattern=None, pos=None):
        self.msg, self.pattern, self.pos = msg, pattern, pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            newline = "\n" if isinstance(pattern, str) else b"\n"
            msg = f"{msg} at position {pos}"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        super().__init__(msg)


PatternError.__module__ = "re"
error = PatternError
_FAR = 2**62


class Match:
    __slots__ = ("re", "string", "pos", "endpos", "_spans")

    def _span(self, group):
        if isinstance(group, str):
            n = self.re.groupindex.get(group)
            if n is None:
                raise IndexError("no such group")
        elif hasattr(group, "__index__"):
            n = group.__index__()
        else:
            raise IndexError("no such group")
        if not 0 <= n <= self.re.groups:
            raise IndexError("no such group")
        return self._spans[2 * n], self._spans[2 * n + 1]

    def _text(self, group, default=None):
        a, b = self._span(group)
        return default if a < 0 else self.string[a:b]

    def group(self, *groups):
        if len(groups) <= 1:
            return self._text(groups[0] if groups else 0)
        return tuple([self._text(g) for g in groups])

    def __getitem__(self, group):
        return self._text(group)

    def groups(self, default=None):
        return tuple([self._text(i, default) for i in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._text(i, default) for name, i in self.re.groupindex.items()}

    def start(self, group=0, /):
        return self._span(group)[0]

    def end(self, group=0, /):
        return self._span(group)[1]

    def span(self, group=0, /):
        return self._span(group)

    @property
    def regs(self):
        return tuple([self._span(i) for i in range(self.re.groups + 1)])

    @property
    def lastindex(self):
        best, last = -1, None
        for i in range(1, self.re.groups + 1):
            a, b = self._span(i)
            if a >= 0 and b > best:
                best, last = b, i
        return last

    @property
    def lastgroup(self):
        last = self.lastindex
        for name, i in self.re.groupindex.items():
            if i == last:
                return name

    def expand(self, template):
        return _expand(self, _template(self.re, template))

    def __repr__(self):
        a, b = self._span(0)
        return f"<re.Match object; span=({a}, {b}), match={self.string[a:b]!r}>"

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    __class_getitem__ = classmethod(_GenericAlias)


class Pattern:
    __slots__ = ("pattern", "flags", "groups", "groupindex", "_program", "__weakref__")

    def _check(self, string):
        if isinstance(string, str) != isinstance(self.pattern, str):
            if isinstance(string, (str, bytes, bytearray)):
                kind, other = ("string", "bytes-like object") if isinstance(self.pattern, str) else ("bytes", "string-like object")
                raise TypeError(f"cannot use a {kind} pattern on a {other}")
            raise TypeError(f"expected string or bytes-like object, got '{type(string).__name__}'")

    def _matches(self, string, pos=0, endpos=_FAR, mode=0, limit=0):
        self._check(string)
        pos, endpos = max(pos, 0), min(max(endpos, 0), len(string))
        out = []
        for spans in _sre.scan(self._program, string, pos, endpos, mode, limit):
            m = object.__new__(Match)
            m.re, m.string, m.pos, m.endpos, m._spans = self, string, pos, endpos, spans
            out.append(m)
        return out

    def match(self, string, pos=0, endpos=_FAR):
        found = self._matches(string, pos, endpos, 1, 1)
        return found[0] if found else None

    def fullmatch(self, string, pos=0, endpos=_FAR):
        found = self._matches(string, pos, endpos, 2, 1)
        return found[0] if found else None

    def search(self, string, pos=0, endpos=_FAR):
        found = self._matches(string, pos, endpos, 0, 1)
        return found[0] if found else None

    def findall(self, string, pos=0, endpos=_FAR):
        self._check(string)
        empty = string[:0]
        out = []
        for spans in _sre.scan(self._program, string, max(pos, 0), endpos, 0, 0):
            texts = [string[a:b] if a >= 0 else empty for a, b in zip(spans[::2], spans[1::2])]
            out.append(texts[0] if len(texts) == 1 else texts[1] if len(texts) == 2 else tuple(texts[1:]))
        return out

    def finditer(self, string, pos=0, endpos=_FAR):
        return iter(self._matches(string, pos, endpos))

    def split(self, string, maxsplit=0):
        out, last = [], 0
        for m in self._matches(string, limit=maxsplit) if maxsplit >= 0 else ():
            a, b = m._spans[:2]
            out.append(string[last:a])
            out.extend(m.groups())
            last = b
        out.append(string[last:])
        return out

    def subn(self, repl, string, count=0):
        if not callable(repl):
            self._check(repl)
            parts = _template(self, repl)
            one = parts[0] if len(parts) == 1 and not isinstance(parts[0], int) else None
        out, last, n = [], 0, 0
        for m in self._matches(string, limit=count) if count >= 0 else ():
            a, b = m._spans[:2]
            out.append(string[last:a])
            if callable(repl):
                text = repl(m)
                if text is not None:
                    if not isinstance(text, type(string)):
                        raise TypeError(f"sequence item {len(out)}: expected {type(string).__name__} instance, {type(text).__name__} found")
                    out.append(text)
            else:
                out.append(_expand(m, parts) if one is None else one)
            last = b
            n += 1
        out.append(string[last:])
        return string[:0].join(out), n

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def __repr__(self):
        text = repr(self.pattern)
        if len(text) > 200:
            text = text[:200]
        flags = self.flags & ~(32 if isinstance(self.pattern, str) else 0)
        return f"re.compile({text}, {RegexFlag(flags)!r})" if flags else f"re.compile({text})"

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return self.pattern == other.pattern and self.flags == other.flags

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    __class_getitem__ = classmethod(_GenericAlias)


def _expand(m, parts):
    empty = m.string[:0]
    return empty.join([m._text(p, empty) if isinstance(p, int) else p for p in parts])


_ESCAPES = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\"}


def _template(pattern, template):
    """A replacement as literal texts and group numbers."""
    is_bytes = not isinstance(template, str)
    text = bytes(template).decode("latin-1") if is_bytes else template
    parts, literal, i, n = [], "", 0, len(text)

    def group(number, pos):
        nonlocal literal
        if number > pattern.groups:
            raise PatternError(f"invalid group reference {number}", template, pos)
        if literal:
            parts.append(literal)
            literal = ""
        parts.append(number)

    while i < n:
        c = text[i]
        if c != "\\":
            j = text.find("\\", i)
            j = n if j < 0 else j
            literal += text[i:j]
            i = j
            continue
        start = i
        i += 1
        if i >= n:
            raise PatternError("bad escape (end of pattern)", template, start)
        c = text[i]
        i += 1
        if c == "g":
            if i >= n or text[i] != "<":
                raise PatternError("missing <", template, i)
            i += 1
            end = text.find(">", i)
            name = text[i:] if end < 0 else text[i:end]
            if end < 0:
                raise PatternError("missing >, unterminated name" if name else "missing group name", template, i)
            if not name:
                raise PatternError("missing group name", template, i)
            if name.isdecimal() and name.isascii():
                group(int(name), i)
            elif not name.isidentifier():
                raise PatternError(f"bad character in group name {name!r}", template, i)
            elif name in pattern.groupindex:
                group(pattern.groupindex[name], i)
            else:
                raise IndexError(f"unknown group name {name!r}")
            i = end + 1
        elif c == "0":
            digits = c
            while len(digits) < 3 and i < n and text[i] in "01234567":
                digits += text[i]
                i += 1
            literal += chr(int(digits, 8) & 0xFF)
        elif c in "123456789":
            if i < n and text[i].isdigit() and text[i].isascii():
                if c in "01234567" and text[i] in "01234567" and i + 1 < n and text[i + 1] in "01234567":
                    value = int(c + text[i:i + 2], 8)
                    if value > 0o377:
                        raise PatternError(f"octal escape value \\{c + text[i:i + 2]} outside of range 0-0o377", template, start)
                    literal += chr(value)
                    i += 2
                    continue
                c += text[i]
                i += 1
            group(int(c), start + 1)
        elif c in _ESCAPES:
            literal += _ESCAPES[c]
        elif c.isascii() and c.isalpha():
            raise PatternError(f"bad escape \\{c}", template, start)
        else:
            literal += "\\" + c
    if literal or not parts:
        parts.append(literal)
    if is_bytes:
        parts = [p if isinstance(p, int) else p.encode("latin-1") for p in parts]
    return parts


_cache = {}


def compile(pattern, flags=0):
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, (str, bytes, bytearray)):
        raise TypeError("first argument must be string or compiled pattern")
    flags = int(flags)
    key = (type(pattern), pattern if not isinstance(pattern, bytearray) else bytes(pattern), flags)
    found = _cache.get(key)
    if found is not None:
        return found
    if isinstance(pattern, str):
        if flags & 4:
            raise ValueError("cannot use LOCALE flag with a str pattern")
        if flags & 256 and flags & 32:
            raise ValueError("ASCII and UNICODE flags are incompatible")
    elif flags & 32:
        raise ValueError("cannot use UNICODE flag with a bytes pattern")
    made = _sre.compile(pattern, flags)
    if len(made) == 2:
        raise PatternError(made[0], None if made[1] is None else pattern, made[1])
    p = object.__new__(Pattern)
    p.pattern = pattern
    p._program, p.flags, p.groups, p.groupindex = made
    if len(_cache) >= 512:
        _cache.clear()
    _cache[key] = p
    return p


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def _old(name, args, values):
    if args:
        import warnings
        warnings.warn(f"'{name}' is passed as positional argument", DeprecationWarning)
        values = {**values, **dict(zip(values, args))}
    return values.values()


def sub(pattern, repl, string, *args, count=0, flags=0):
    count, flags = _old("count", args, {"count": count, "flags": flags})
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, *args, count=0, flags=0):
    count, flags = _old("count", args, {"count": count, "flags": flags})
    return compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, *args, maxsplit=0, flags=0):
    maxsplit, flags = _old("maxsplit", args, {"maxsplit": maxsplit, "flags": flags})
    return compile(pattern, flags).split(string, maxsplit)


def escape(pattern):
    special = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"
    if isinstance(pattern, str):
        return "".join(["\\" + c if c in special else c for c in pattern])
    return escape(bytes(pattern).decode("latin-1")).encode("latin-1")


def purge():
    _cache.clear()


for _c in (Match, Pattern, RegexFlag):
    _c.__module__ = "re"
del _c
