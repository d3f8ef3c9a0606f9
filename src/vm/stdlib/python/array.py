import struct as _struct
from _awaitscope import tp_name as _tp_name
from types import GenericAlias as _GenericAlias

typecodes = "bBuwhHiIlLqQfd"
_NAMES = {"b": "signed char", "B": "unsigned byte integer", "h": "short integer", "H": "unsigned short", "i": "signed integer",
    "I": "unsigned int", "l": "long", "L": "unsigned long", "q": "long long", "Q": "unsigned long long"}


class array:
    __slots__ = ("typecode", "_items", "__weakref__")

    def __new__(cls, typecode, initializer=(), /):
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError(f"array() argument 1 must be a unicode character, not {type(typecode).__name__}")
        if typecode not in typecodes:
            raise ValueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        self = object.__new__(cls)
        self.typecode, self._items = typecode, []
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        elif isinstance(initializer, str) and typecode not in "uw":
            raise TypeError(f"cannot use a str to initialize an array with typecode '{typecode}'")
        else:
            self.extend(initializer)
        return self

    itemsize = property(lambda self: 4 if self.typecode in "uw" else _struct.calcsize(self.typecode))

    def _checked(self, x):
        code = self.typecode
        if code in "uw":
            if not isinstance(x, str):
                raise TypeError(f"array item must be a unicode character, not {type(x).__name__}")
            if len(x) != 1:
                raise TypeError(f"array item must be a string of length 1, not a string of length {len(x)}")
            return x
        if code in "fd":
            if not isinstance(x, (int, float)) and not hasattr(type(x), "__float__"):
                raise TypeError(f"must be real number, not {type(x).__name__}")
            x = float(x)
            return x if code == "d" else _struct.unpack("f", _struct.pack("f", x))[0]
        if not isinstance(x, int):
            if not hasattr(type(x), "__index__"):
                raise TypeError(f"'{type(x).__name__}' object cannot be interpreted as an integer")
            x = x.__index__()
        bits = 8 * _struct.calcsize(code)
        low, high = (0, (1 << bits) - 1) if code.isupper() else (-(1 << bits - 1), (1 << bits - 1) - 1)
        if not low <= x <= high:
            if bits == 64 or code == "I" and x < 0:
                raise OverflowError("can't convert negative value to unsigned int" if x < 0 and code.isupper() else
                    "int too big to convert")
            raise OverflowError(f"{_NAMES[code]} is {'less than minimum' if x < low else 'greater than maximum'}")
        return x

    def append(self, x, /):
        self._items.append(self._checked(x))

    def extend(self, items, /):
        if isinstance(items, array):
            if items.typecode != self.typecode:
                raise TypeError("can only extend with array of same kind")
            self._items.extend(items._items)
        else:
            for x in items:
                self.append(x)

    fromlist = extend

    def insert(self, i, x, /):
        self._items.insert(i, self._checked(x))

    def pop(self, i=-1, /):
        if not self._items:
            raise IndexError("pop from empty array")
        try:
            return self._items.pop(i)
        except IndexError:
            raise IndexError("pop index out of range") from None

    def remove(self, x, /):
        try:
            self._items.remove(x)
        except ValueError:
            raise ValueError("array.remove(x): x not in array") from None

    def index(self, x, start=0, stop=2 ** 63 - 1, /):
        try:
            return self._items.index(x, start, stop)
        except ValueError:
            raise ValueError("array.index(x): x not in array") from None

    def count(self, x, /):
        return self._items.count(x)

    def reverse(self):
        self._items.reverse()

    def tolist(self):
        return self._items[:]

    def tobytes(self):
        if self.typecode in "uw":
            return "".join(self._items).encode("utf-32-le")
        return _struct.pack(f"{len(self._items)}{self.typecode}", *self._items)

    def frombytes(self, buffer, /):
        if len(buffer) % self.itemsize:
            raise ValueError("bytes length not a multiple of item size")
        self._items.extend(_struct.unpack(f"{len(buffer) // self.itemsize}{self.typecode}", buffer))

    def tounicode(self):
        return "".join(self._items)

    def byteswap(self):
        n = len(self._items)
        self._items = list(_struct.unpack(f">{n}{self.typecode}", _struct.pack(f"<{n}{self.typecode}", *self._items)))

    def _of(self, items):
        new = array(self.typecode)
        new._items = items
        return new

    def __copy__(self):
        return self._of(self._items[:])

    __deepcopy__ = lambda self, memo: self.__copy__()

    def __len__(self):
        return len(self._items)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return self._of(self._items[i])
        if not hasattr(type(i), "__index__"):
            raise TypeError("array indices must be integers")
        try:
            return self._items[i]
        except IndexError:
            raise IndexError("array index out of range") from None

    def __setitem__(self, i, x):
        if isinstance(i, slice):
            if not isinstance(x, array):
                raise TypeError(f'can only assign array (not "{type(x).__name__}") to array slice')
            self._items[i] = x._items
            return
        x = self._checked(x)
        try:
            self._items[i] = x
        except IndexError:
            raise IndexError("array assignment index out of range") from None

    def __delitem__(self, i):
        del self._items[i]

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, x):
        return x in self._items

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{type(other).__name__}") to array')
        if other.typecode != self.typecode:
            raise TypeError("bad argument type for built-in operation")
        return self._of(self._items + other._items)

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only extend with array (not "{type(other).__name__}")')
        self.extend(other)
        return self

    def __mul__(self, n):
        return self._of(self._items * n)

    __rmul__ = __mul__

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self._items <= other._items if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return self._items > other._items if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return self._items >= other._items if isinstance(other, array) else NotImplemented

    __hash__ = None

    def __repr__(self):
        if not self._items:
            return f"array('{self.typecode}')"
        shown = repr("".join(self._items)) if self.typecode in "uw" else repr(self._items)
        return f"array('{self.typecode}', {shown})"

    __class_getitem__ = classmethod(_GenericAlias)


_tp_name(array, "array.array")
ArrayType = array
