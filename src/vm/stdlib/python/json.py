__all__ = ["dump", "dumps", "load", "loads", "JSONDecoder", "JSONDecodeError", "JSONEncoder"]


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg, self.doc, self.pos, self.lineno, self.colno = msg, doc, pos, lineno, colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


JSONDecodeError.__module__ = "json.decoder"
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f", "\b": "\\b"}


def _quote(s, ensure_ascii):
    if s.isascii() and s.isprintable() and '"' not in s and "\\" not in s:
        return f'"{s}"'
    out = ['"']
    for c in s:
        if c in _SHORT:
            out.append(_SHORT[c])
        elif c < " " or ensure_ascii and c > "~":
            n = ord(c)
            if n >= 0x10000:
                n -= 0x10000
                out.append(f"\\u{0xD800 | n >> 10:04x}\\u{0xDC00 | n & 0x3FF:04x}")
            else:
                out.append(f"\\u{n:04x}")
        else:
            out.append(c)
    out.append('"')
    return "".join(out)


class JSONEncoder:
    item_separator, key_separator = ", ", ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys, self.ensure_ascii, self.check_circular = skipkeys, ensure_ascii, check_circular
        self.allow_nan, self.sort_keys, self.indent = allow_nan, sort_keys, indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        return "".join(self.iterencode(o))

    def iterencode(self, o, _one_shot=False):
        out = []
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        self._write(o, out.append, "\n" if indent is not None else None, indent, set())
        return iter(out)

    def _float(self, o):
        if o != o or o in (float("inf"), float("-inf")):
            if not self.allow_nan:
                raise ValueError("Out of range float values are not JSON compliant: " + repr(o))
            return "NaN" if o != o else "Infinity" if o > 0 else "-Infinity"
        return float.__repr__(o)

    def _write(self, o, put, line, indent, seen):
        if isinstance(o, str):
            put(_quote(o, self.ensure_ascii))
        elif o is None:
            put("null")
        elif o is True:
            put("true")
        elif o is False:
            put("false")
        elif isinstance(o, int):
            put(int.__repr__(o))
        elif isinstance(o, float):
            put(self._float(o))
        elif isinstance(o, (list, tuple, dict)):
            if id(o) in seen:
                raise ValueError("Circular reference detected")
            seen.add(id(o))
            deeper = None if line is None else line + indent
            if isinstance(o, dict):
                self._dict(o, put, line, deeper, indent, seen)
            elif not o:
                put("[]")
            else:
                put("[")
                first = True
                for i, item in enumerate(o):
                    if not first:
                        put(self.item_separator)
                    first = False
                    if deeper is not None:
                        put(deeper)
                    try:
                        self._write(item, put, deeper, indent, seen)
                    except Exception as exc:
                        exc.add_note(f"when serializing {type(o).__name__} item {i}")
                        raise
                if line is not None:
                    put(line)
                put("]")
            seen.discard(id(o))
        else:
            if id(o) in seen:
                raise ValueError("Circular reference detected")
            seen.add(id(o))
            new = self.default(o)
            try:
                self._write(new, put, line, indent, seen)
            except Exception as exc:
                exc.add_note(f"when serializing {type(o).__name__} object")
                raise
            seen.discard(id(o))

    def _dict(self, o, put, line, deeper, indent, seen):
        if not o:
            put("{}")
            return
        put("{")
        first = True
        for key, value in sorted(o.items()) if self.sort_keys else o.items():
            if isinstance(key, str):
                text = key
            elif isinstance(key, float):
                text = self._float(key)
            elif key is True or key is False or key is None:
                text = {True: "true", False: "false", None: "null"}[key]
            elif isinstance(key, int):
                text = int.__repr__(key)
            elif self.skipkeys:
                continue
            else:
                raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")
            if not first:
                put(self.item_separator)
            first = False
            if deeper is not None:
                put(deeper)
            put(_quote(text, self.ensure_ascii))
            put(self.key_separator)
            try:
                self._write(value, put, deeper, indent, seen)
            except Exception as exc:
                exc.add_note(f"when serializing {type(o).__name__} item {key!r}")
                raise
        if first:
            put("}")
            return
        if line is not None:
            put(line)
        put("}")


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook, self.object_pairs_hook, self.strict = object_hook, object_pairs_hook, strict
        self.parse_float, self.parse_int = parse_float or float, parse_int or int
        self.parse_constant = parse_constant or {"-Infinity": -float("inf"), "Infinity": float("inf"), "NaN": float("nan")}.__getitem__

    def decode(self, s):
        value, end = self.raw_decode(s, _space(s, 0))
        end = _space(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        return self._value(s, idx)

    def _value(self, s, i):
        c = s[i:i + 1]
        if c == '"':
            return _string(s, i + 1, self.strict)
        if c == "{":
            return self._object(s, i + 1)
        if c == "[":
            values = []
            i = _space(s, i + 1)
            if s[i:i + 1] == "]":
                return values, i + 1
            while True:
                value, i = self._value(s, i)
                values.append(value)
                i = _space(s, i)
                c = s[i:i + 1]
                if c == "]":
                    return values, i + 1
                if c != ",":
                    raise JSONDecodeError("Expecting ',' delimiter", s, i)
                comma = i
                i = _space(s, i + 1)
                if s[i:i + 1] == "]":
                    raise JSONDecodeError("Illegal trailing comma before end of array", s, comma)
        for word, value in (("null", None), ("true", True), ("false", False)):
            if s.startswith(word, i):
                return value, i + len(word)
        j = i + (c == "-")
        start = j
        while s[j:j + 1] and s[j] in "0123456789":
            j += 1
        if j > start:
            if s[start] == "0":
                j = start + 1
            real = False
            if s[j:j + 1] == "." and s[j + 1:j + 2] and s[j + 1] in "0123456789":
                real = True
                j += 1
                while s[j:j + 1] and s[j] in "0123456789":
                    j += 1
            if s[j:j + 1] in ("e", "E"):
                k = j + 1
                if s[k:k + 1] in ("+", "-"):
                    k += 1
                if s[k:k + 1] and s[k] in "0123456789":
                    real = True
                    while s[k:k + 1] and s[k] in "0123456789":
                        k += 1
                    j = k
            return (self.parse_float if real else self.parse_int)(s[i:j]), j
        for word in ("NaN", "Infinity", "-Infinity"):
            if s.startswith(word, i):
                return self.parse_constant(word), i + len(word)
        raise JSONDecodeError("Expecting value", s, i)

    def _object(self, s, i):
        pairs = []
        i = _space(s, i)
        if s[i:i + 1] != "}":
            if s[i:i + 1] != '"':
                raise JSONDecodeError("Expecting property name enclosed in double quotes", s, i)
            while True:
                key, i = _string(s, i + 1, self.strict)
                i = _space(s, i)
                if s[i:i + 1] != ":":
                    raise JSONDecodeError("Expecting ':' delimiter", s, i)
                value, i = self._value(s, _space(s, i + 1))
                pairs.append((key, value))
                i = _space(s, i)
                c = s[i:i + 1]
                if c == "}":
                    break
                if c != ",":
                    raise JSONDecodeError("Expecting ',' delimiter", s, i)
                comma = i
                i = _space(s, i + 1)
                if s[i:i + 1] != '"':
                    if s[i:i + 1] == "}":
                        raise JSONDecodeError("Illegal trailing comma before end of object", s, comma)
                    raise JSONDecodeError("Expecting property name enclosed in double quotes", s, i)
        i += 1
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs), i
        value = dict(pairs)
        return (self.object_hook(value) if self.object_hook is not None else value), i


def _space(s, i):
    while s[i:i + 1] and s[i] in " \t\n\r":
        i += 1
    return i


_BACK = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


def _string(s, i, strict):
    begin = i - 1
    parts = []
    n = len(s)
    while True:
        q = s.find('"', i)
        if q < 0:
            q = n
        b = s.find("\\", i, q)
        end = q if b < 0 else b
        chunk = s[i:end]
        if strict and not chunk.isprintable():
            for k, c in enumerate(chunk):
                if c < " ":
                    raise JSONDecodeError("Invalid control character at", s, i + k)
        parts.append(chunk)
        if end >= n:
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        if b < 0:
            return "".join(parts), q + 1
        esc = s[b + 1:b + 2]
        if not esc:
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        if esc != "u":
            if esc not in _BACK:
                raise JSONDecodeError("Invalid \\escape", s, b)
            parts.append(_BACK[esc])
            i = b + 2
            continue
        code, i = _hex(s, b + 1), b + 6
        if 0xD800 <= code <= 0xDBFF and s[i:i + 2] == "\\u":
            low = _hex(s, i + 1)
            if 0xDC00 <= low <= 0xDFFF:
                code = 0x10000 + ((code - 0xD800) << 10 | low - 0xDC00)
                i += 6
        parts.append(chr(code))


def _hex(s, i):
    digits = s[i + 1:i + 5]
    if len(digits) == 4 and all(c in "0123456789abcdefABCDEF" for c in digits):
        return int(digits, 16)
    raise JSONDecodeError("Invalid \\uXXXX escape", s, i)


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False, **kw):
    return (cls or JSONEncoder)(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular,
        allow_nan=allow_nan, indent=indent, separators=separators, default=default, sort_keys=sort_keys, **kw).encode(obj)


def dump(obj, fp, **kw):
    fp.write(dumps(obj, **kw))


def loads(s, *, cls=None, **kw):
    if isinstance(s, str):
        if s.startswith("\ufeff"):
            raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    elif isinstance(s, (bytes, bytearray)):
        s = s.decode("utf-8")
    else:
        raise TypeError(f"the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}")
    return (cls or JSONDecoder)(**kw).decode(s)


def load(fp, **kw):
    return loads(fp.read(), **kw)
