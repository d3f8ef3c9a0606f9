import collections as _c
import sys as _sys
import types as _types
from io import StringIO as _StringIO

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
        underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
        underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
        underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter().format(object, {}, None, 0)[0]


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)


class _Key:
    """Sorts what cannot be compared by its type."""

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


def _pair_key(pair):
    return _Key(pair[0]), _Key(pair[1])


def _wrapped(text, width, room):
    """The reprs of pieces of a text that fit into the width, the last one into `room`."""
    lines = text.splitlines(True)
    for n, line in enumerate(lines):
        last = n == len(lines) - 1
        if len(shown := repr(line)) <= (room if last else width):
            yield shown
            continue
        words, i = [], 0
        while i < len(line):
            start = i
            while i < len(line) and not line[i].isspace():
                i += 1
            while i < len(line) and line[i].isspace():
                i += 1
            words.append(line[start:i])
        piece = ""
        for k, word in enumerate(words):
            if len(repr(piece + word)) > (room if last and k == len(words) - 1 else width):
                if piece:
                    yield repr(piece)
                piece = word
            else:
                piece += word
        if piece:
            yield repr(piece)


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
            underscore_numbers=False):
        if int(indent) < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._step, self._width, self._depth, self._stream = int(indent), int(width), depth, stream
        self._compact, self._sort, self._underscore = bool(compact), sort_dicts, underscore_numbers

    def pprint(self, object):
        stream = _sys.stdout if self._stream is None else self._stream
        if stream is not None:
            stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        out = _StringIO()
        self._format(object, out, 0, 0, {}, 0)
        return out.getvalue()

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def _repr(self, object, context, level):
        shown, readable, recursive = self.format(object, context.copy(), self._depth, level)
        return shown

    def _format(self, object, stream, indent, allowance, context, level):
        key = id(object)
        if key in context:
            stream.write(_recursion(object))
            return
        shown = self._repr(object, context, level)
        if len(shown) > self._width - indent - allowance:
            layout = _layouts.get(type(object).__repr__)
            if layout is None and _is_plain_dataclass(object):
                layout = PrettyPrinter._dataclass
            if layout is not None:
                context[key] = 1
                layout(self, object, stream, indent, allowance, context, level + 1)
                del context[key]
                return
        stream.write(shown)

    def _dict(self, object, stream, indent, allowance, context, level):
        stream.write("{" + (self._step - 1) * " ")
        items = object.items()
        self._pairs(sorted(items, key=_pair_key) if self._sort else list(items), stream, indent, allowance + 1, context, level)
        stream.write("}")

    def _pairs(self, items, stream, indent, allowance, context, level):
        indent += self._step
        for n, (key, value) in enumerate(items, 1):
            shown = self._repr(key, context, level)
            stream.write(shown + ": ")
            last = n == len(items)
            self._format(value, stream, indent + len(shown) + 2, allowance if last else 1, context, level)
            if not last:
                stream.write(",\n" + " " * indent)

    def _named(self, name, items, stream, indent, allowance, context, level):
        indent += len(name) + 1
        stream.write(name + "(")
        for n, (key, value) in enumerate(items, 1):
            last = n == len(items)
            stream.write(key + "=")
            if id(value) in context:
                stream.write("...")
            else:
                self._format(value, stream, indent + len(key) + 1, allowance if last else 1, context, level)
            if not last:
                stream.write(",\n" + " " * indent)
        stream.write(")")

    def _dataclass(self, object, *rest):
        from dataclasses import fields  # for dataclass, make_dataclass
        items = [(f.name, getattr(object, f.name)) for f in fields(object) if f.repr]
        self._named(type(object).__name__, items, *rest)

    def _namespace(self, object, *rest):
        name = "namespace" if type(object) is _types.SimpleNamespace else type(object).__name__
        self._named(name, list(object.__dict__.items()), *rest)

    def _items(self, items, stream, indent, allowance, context, level):
        indent += self._step
        if self._step > 1:
            stream.write((self._step - 1) * " ")
        room = width = self._width - indent + 1
        delimiter, new_line = "", ",\n" + " " * indent
        items = list(items)
        for n, item in enumerate(items, 1):
            last = n == len(items)
            if last:
                room -= allowance
                width -= allowance
            if self._compact:
                size = len(shown := self._repr(item, context, level)) + 2
                if room < size:
                    room = width
                    if delimiter:
                        delimiter = new_line
                if room >= size:
                    room -= size
                    stream.write(delimiter + shown)
                    delimiter = ", "
                    continue
            stream.write(delimiter)
            delimiter = new_line
            self._format(item, stream, indent, allowance if last else 1, context, level)

    def _list(self, object, stream, indent, allowance, context, level):
        stream.write("[")
        self._items(object, stream, indent, allowance + 1, context, level)
        stream.write("]")

    def _tuple(self, object, stream, indent, allowance, context, level):
        end = ",)" if len(object) == 1 else ")"
        stream.write("(")
        self._items(object, stream, indent, allowance + len(end), context, level)
        stream.write(end)

    def _set(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        start, end = "{", "}"
        if type(object) is not set:
            start, end = type(object).__name__ + "({", "})"
            indent += len(start) - 1
        stream.write(start)
        self._items(sorted(object, key=_Key), stream, indent, allowance + len(end), context, level)
        stream.write(end)

    def _str(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        top = level == 1
        indent += top
        allowance += top
        width = self._width - indent
        self._chunks(list(_wrapped(object, width, width - allowance)), stream, indent, top)

    def _chunks(self, chunks, stream, indent, parens):
        if len(chunks) == 1:
            parens = False
        stream.write("(" * parens + ("\n" + " " * indent).join(chunks) + ")" * parens)

    def _bytes(self, object, stream, indent, allowance, context, level):
        if type(object) is bytearray:
            stream.write("bytearray(")
            self._bytes(bytes(object), stream, indent + 10, allowance + 1, context, 0)
            stream.write(")")
            return
        top = level == 1 and len(object) > 4
        width, chunks, piece = self._width - indent - top, [], b""
        for i in range(0, len(object), 4):
            part = object[i:i + 4]
            if i == len(object) // 4 * 4:
                width -= allowance + top
            if len(repr(piece + part)) > width and piece:
                chunks.append(repr(piece))
                piece = part
            else:
                piece += part
        chunks.append(repr(piece))
        self._chunks(chunks, stream, indent + top, top)

    def _proxy(self, object, stream, indent, allowance, context, level):
        stream.write("mappingproxy(")
        self._format(object.copy(), stream, indent + 13, allowance + 1, context, level)
        stream.write(")")

    def _ordered(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        name = type(object).__name__
        stream.write(name + "(")
        self._format(list(object.items()), stream, indent + len(name) + 1, allowance + 1, context, level)
        stream.write(")")

    def _default(self, object, stream, indent, allowance, context, level):
        factory = self._repr(object.default_factory, context, level)
        name = type(object).__name__
        indent += len(name) + 1
        stream.write(f"{name}({factory},\n{' ' * indent}")
        self._dict(object, stream, indent, allowance + 1, context, level)
        stream.write(")")

    def _counter(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        name = type(object).__name__
        stream.write(name + "({" + (self._step - 1) * " ")
        self._pairs(object.most_common(), stream, indent + len(name) + 1, allowance + 2, context, level)
        stream.write("})")

    def _chain(self, object, stream, indent, allowance, context, level):
        if not len(object.maps):
            stream.write(repr(object))
            return
        name = type(object).__name__
        stream.write(name + "(")
        indent += len(name) + 1
        for n, mapping in enumerate(object.maps, 1):
            last = n == len(object.maps)
            self._format(mapping, stream, indent, allowance + 1 if last else 1, context, level)
            stream.write(")" if last else ",\n" + " " * indent)

    def _deque(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        name = type(object).__name__
        stream.write(name + "(")
        indent += len(name) + 1
        stream.write("[")
        if object.maxlen is None:
            self._items(object, stream, indent, allowance + 2, context, level)
            stream.write("])")
        else:
            self._items(object, stream, indent, 2, context, level)
            shown = self._repr(object.maxlen, context, level)
            stream.write(f"],\n{' ' * indent}maxlen={shown})")

    def _data(self, object, stream, indent, allowance, context, level):
        self._format(object.data, stream, indent, allowance, context, level - 1)

    def format(self, object, context, maxlevels, level):
        """The repr, whether it can be read back, and whether it is recursive."""
        cls = type(object)
        if cls is int and self._underscore:
            return f"{object:_d}", True, False
        how = cls.__repr__
        if how is dict.__repr__ and issubclass(cls, dict):
            start, end = "{", "}"
        elif how is list.__repr__ and issubclass(cls, list):
            start, end = "[", "]"
        elif how is tuple.__repr__ and issubclass(cls, tuple):
            start, end = "(", ",)" if len(object) == 1 else ")"
        else:
            shown = repr(object)
            return shown, bool(shown) and not shown.startswith("<"), False
        if not object:
            return start + end, True, False
        if maxlevels and level >= maxlevels:
            return f"{start}...{end[-1]}", False, id(object) in context
        key = id(object)
        if key in context:
            return _recursion(object), False, True
        context[key] = 1
        shown, readable, recursive = [], True, False

        def add(item):
            nonlocal readable, recursive
            text, r, rec = self.format(item, context, maxlevels, level + 1)
            readable, recursive = readable and r, recursive or rec
            return text

        if start == "{":
            items = sorted(object.items(), key=_pair_key) if self._sort else object.items()
            shown = [f"{add(k)}: {add(v)}" for k, v in items]
        else:
            shown = [add(item) for item in object]
        del context[key]
        return start + ", ".join(shown) + end, readable, recursive


def _recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"


def _is_plain_dataclass(object):
    """Whether it shows itself as `dataclass` made it."""
    code = getattr(type(object).__repr__, "__code__", None)
    return hasattr(type(object), "__dataclass_fields__") and code is not None and code.co_filename == "<dataclasses>"


_layouts = {dict.__repr__: PrettyPrinter._dict, list.__repr__: PrettyPrinter._list, tuple.__repr__: PrettyPrinter._tuple,
    set.__repr__: PrettyPrinter._set, frozenset.__repr__: PrettyPrinter._set, str.__repr__: PrettyPrinter._str,
    bytes.__repr__: PrettyPrinter._bytes, bytearray.__repr__: PrettyPrinter._bytes,
    _types.MappingProxyType.__repr__: PrettyPrinter._proxy, _types.SimpleNamespace.__repr__: PrettyPrinter._namespace,
    _c.OrderedDict.__repr__: PrettyPrinter._ordered, _c.defaultdict.__repr__: PrettyPrinter._default,
    _c.Counter.__repr__: PrettyPrinter._counter, _c.ChainMap.__repr__: PrettyPrinter._chain,
    _c.deque.__repr__: PrettyPrinter._deque, _c.UserDict.__repr__: PrettyPrinter._data,
    _c.UserList.__repr__: PrettyPrinter._data, _c.UserString.__repr__: PrettyPrinter._data}
