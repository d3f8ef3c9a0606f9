import math as _math

__all__ = ["calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct", "error"]
_SIZES = {"x": 1, "c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 4, "L": 4, "q": 8, "Q": 8, "e": 2, "f": 4,
    "d": 8, "s": 1, "p": 1}
_NATIVE = {**_SIZES, "l": 8, "L": 8, "n": 8, "N": 8, "P": 8}
_FLOATS = {"e": (5, 10), "f": (8, 23), "d": (11, 52)}


class error(Exception):
    pass


error.__module__ = "struct"


def _float_bits(x, kind):
    """The bits of an IEEE 754 number."""
    exponent_bits, bits = _FLOATS[kind]
    top, bias = (1 << exponent_bits) - 1, (1 << exponent_bits - 1) - 1
    sign = int(_math.copysign(1.0, x) < 0)
    x = abs(x)
    if x != x:
        exponent, part = top, 1 << bits - 1
    elif x == _math.inf:
        exponent, part = top, 0
    elif not x:
        exponent = part = 0
    else:
        m, e = _math.frexp(x)
        exponent = max(e - 1 + bias, 0)
        part = round(_math.ldexp(m, bits + 1 if exponent else bits + e - 1 + bias))
        # A carry out of the fraction goes into the exponent, as the layout has it.
        part += (exponent - 1 << bits) if exponent else 0
        exponent, part = part >> bits, part & (1 << bits) - 1
        if exponent >= top:
            raise OverflowError(f"float too large to pack with {kind} format")
    return (sign << exponent_bits | exponent) << bits | part


def _float(n, kind):
    exponent_bits, bits = _FLOATS[kind]
    top, bias = (1 << exponent_bits) - 1, (1 << exponent_bits - 1) - 1
    part, exponent = n & (1 << bits) - 1, n >> bits & top
    if exponent == top:
        x = _math.nan if part else _math.inf
    elif exponent:
        x = _math.ldexp(part | 1 << bits, exponent - bias - bits)
    else:
        x = _math.ldexp(part, 1 - bias - bits)
    return -x if n >> bits + exponent_bits else x


class Struct:
    def __init__(self, format):
        if isinstance(format, bytes):
            format = format.decode()
        self.format, order = format, "@"
        if format[:1] and format[0] in "@=<>!":
            order, format = format[0], format[1:]
        native = order == "@"
        self._order = "big" if order in ">!" else "little"
        sizes, self._items, at, count = _NATIVE if native else _SIZES, [], 0, ""
        for c in format:
            if c.isdigit():
                count += c
                continue
            if c.isspace() and not count:
                continue
            if c not in sizes:
                raise error("bad char in struct format")
            size, n = sizes[c], int(count or 1)
            count = ""
            if native:
                at += -at % size
            if c in "sp":
                self._items.append((at, c, n))
                at += n
            else:
                for _ in range(n):
                    if c != "x":
                        self._items.append((at, c, size))
                    at += size
        if count:
            raise error("repeat count given without format specifier")
        self.size = at

    def pack(self, *values):
        if len(values) != len(self._items):
            raise error(f"pack expected {len(self._items)} items for packing (got {len(values)})")
        out = bytearray(self.size)
        for (at, c, size), value in zip(self._items, values):
            out[at:at + size] = self._packed(c, size, value)
        return bytes(out)

    def _packed(self, c, size, value):
        if c in "sp":
            if not isinstance(value, (bytes, bytearray)):
                raise error(f"argument for '{c}' must be a bytes object")
            if c == "p" and size:
                value = value[:min(size - 1, 255)]
                return (bytes([len(value)]) + value).ljust(size, b"\0")
            return bytes(value[:size]).ljust(size, b"\0")
        if c == "c":
            if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
                raise error("char format requires a bytes object of length 1")
            return value
        if c == "?":
            return b"\1" if value else b"\0"
        if c in "efd":
            if not isinstance(value, (int, float)) and not hasattr(type(value), "__float__"):
                raise error("required argument is not a float")
            value = float(value)
            if c == "f" and self.format[:1] not in ("=", "<", ">", "!") and 3.4028235677973366e38 <= abs(value):
                value = _math.copysign(_math.inf, value)
            return _float_bits(value, c).to_bytes(size, self._order)
        if not isinstance(value, int):
            if not hasattr(type(value), "__index__"):
                raise error("required argument is not an integer")
            value = value.__index__()
        signed = c in "bhilqn"
        low, high = (-(1 << 8 * size - 1), (1 << 8 * size - 1) - 1) if signed else (0, (1 << 8 * size) - 1)
        if not low <= value <= high:
            raise error(f"'{c}' format requires {low} <= number <= {high}")
        return value.to_bytes(size, self._order, signed=signed)

    def unpack(self, buffer):
        if len(buffer) != self.size:
            raise error(f"unpack requires a buffer of {self.size} bytes")
        return self.unpack_from(buffer)

    def unpack_from(self, buffer, offset=0):
        if offset < 0:
            offset += len(buffer)
        if len(buffer) - offset < self.size:
            raise error(f"unpack_from requires a buffer of at least {self.size + offset} bytes for unpacking "
                f"{self.size} bytes at offset {offset} (actual buffer size is {len(buffer)})")
        found = []
        for at, c, size in self._items:
            part = bytes(buffer[offset + at:offset + at + size])
            if c == "p":
                part = part[1:1 + part[0]]
            elif c == "?":
                part = part != b"\0"
            elif c in "efd":
                part = _float(int.from_bytes(part, self._order), c)
            elif c not in "cs":
                part = int.from_bytes(part, self._order, signed=c in "bhilqn")
            found.append(part)
        return tuple(found)

    def iter_unpack(self, buffer):
        if not self.size:
            raise error("cannot iteratively unpack with a struct of length 0")
        if len(buffer) % self.size:
            raise error(f"iterative unpacking requires a buffer of a multiple of {self.size} bytes")
        return (self.unpack_from(buffer, at) for at in range(0, len(buffer), self.size))

    def pack_into(self, buffer, offset, *values):
        packed = self.pack(*values)
        if offset < 0:
            offset += len(buffer)
        if len(buffer) - offset < self.size:
            raise error(f"pack_into requires a buffer of at least {self.size + offset} bytes for packing {self.size} bytes "
                f"at offset {offset} (actual buffer size is {len(buffer)})")
        buffer[offset:offset + self.size] = packed


_structs = {}


def _struct(format):
    if format not in _structs:
        _structs[format] = Struct(format)
    return _structs[format]


def calcsize(format, /): return _struct(format).size
def pack(format, /, *values): return _struct(format).pack(*values)
def unpack(format, buffer, /): return _struct(format).unpack(buffer)
def iter_unpack(format, buffer, /): return _struct(format).iter_unpack(buffer)
def unpack_from(format, /, buffer, offset=0): return _struct(format).unpack_from(buffer, offset)
def pack_into(format, buffer, offset, /, *values): _struct(format).pack_into(buffer, offset, *values)
