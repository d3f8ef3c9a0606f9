import time as _time
from time import _ordinal, _civil, _strftime
from _awaitscope import tp_name as _tp_name

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")
MINYEAR, MAXYEAR = 1, 9999
_no = object()
_DAY = 86400000000
_EPOCH = 719163


class _field:
    """An attribute that can only be read."""

    def __init__(self, get):
        self.get = get

    def __set_name__(self, owner, name):
        self.owner, self.__name__ = owner, name

    def __get__(self, obj, owner=None):
        return self if obj is None else self.get(obj)

    def __set__(self, obj, value):
        raise AttributeError(f"attribute '{self.__name__}' of 'datetime.{self.owner.__name__}' objects is not writable")

    __delete__ = lambda self, obj: self.__set__(obj, None)

    def __repr__(self):
        return f"<attribute '{self.__name__}' of 'datetime.{self.owner.__name__}' objects>"


def _named(cls):
    _tp_name(cls, "datetime." + cls.__name__)
    for name in ("__new__", "replace"):
        if name in cls.__dict__:
            getattr(cls, name).__qualname__ = name
    return cls


def _int(value):
    if isinstance(value, int):
        return value
    if hasattr(type(value), "__index__"):
        return value.__index__()
    raise TypeError(f"'{_name(value)}' object cannot be interpreted as an integer")


def _name(value):
    cls = type(value)
    return f"{cls.__module__}.{cls.__name__}" if cls.__module__ == "datetime" else cls.__name__


def _missing(name, pos):
    raise TypeError(f"function missing required argument '{name}' (pos {pos})")


def _half_even(a, b):
    """a / b for integers, to the nearest one."""
    if b < 0:
        a, b = -a, -b
    q, r = divmod(a, b)
    return q + (2 * r > b or 2 * r == b and q % 2)


def _kept(cls, us):
    if not -999999999 * _DAY <= us < 1000000000 * _DAY:
        raise OverflowError(f"days={us // _DAY}; must have magnitude <= 999999999")
    self = object.__new__(cls)
    self._us = us
    return self


def _delta(us):
    return _kept(timedelta, us)


@_named
class timedelta:
    __slots__ = ("_us",)

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0, *more):
        if more:
            raise TypeError(f"__new__() takes at most 7 arguments ({len(more) + 7} given)")
        us, rest = 0, 0.0
        for name, value, unit in (("days", days, _DAY), ("seconds", seconds, 1000000), ("microseconds", microseconds, 1),
                ("milliseconds", milliseconds, 1000), ("minutes", minutes, 60000000), ("hours", hours, 3600000000),
                ("weeks", weeks, 7 * _DAY)):
            if isinstance(value, int):
                us += value * unit
            elif isinstance(value, float):
                whole = int(value)
                part = (value - whole) * unit
                us += whole * unit + int(part)
                rest += part - int(part)
            else:
                raise TypeError(f"unsupported type for timedelta {name} component: {_name(value)}")
        if rest:
            odd = us & 1
            us += int(2 * round((rest + odd) / 2) - odd) if abs(rest - int(rest)) == 0.5 else round(rest)
        if abs(us) >= 2 ** 31 * _DAY:
            raise OverflowError("Python int too large to convert to C int")
        return _kept(cls, us)

    days = _field(lambda self: self._us // _DAY)
    seconds = _field(lambda self: self._us // 1000000 % 86400)
    microseconds = _field(lambda self: self._us % 1000000)

    def total_seconds(self):
        return self._us / 1000000

    def __repr__(self):
        shown = [f"{k}={v}" for k in ("days", "seconds", "microseconds") if (v := getattr(self, k))]
        return f"{_shown(self)}({', '.join(shown) or 0})"

    def __str__(self):
        days, us = divmod(self._us, _DAY)
        s, us = divmod(us, 1000000)
        text = f"{s // 3600}:{s // 60 % 60:02}:{s % 60:02}" + (f".{us:06}" if us else "")
        return f"{days} day{'' if abs(days) == 1 else 's'}, {text}" if days else text

    def __add__(self, other):
        return _delta(self._us + other._us) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return _delta(self._us - other._us) if isinstance(other, timedelta) else NotImplemented

    def __rsub__(self, other):
        return _delta(other._us - self._us) if isinstance(other, timedelta) else NotImplemented

    def __mul__(self, other):
        if isinstance(other, int):
            return _delta(self._us * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return _delta(_half_even(self._us * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            if not other._us:
                raise ZeroDivisionError("division by zero")
            return self._us / other._us
        if isinstance(other, int):
            a, b = other, 1
        elif isinstance(other, float):
            a, b = other.as_integer_ratio()
        else:
            return NotImplemented
        if not a:
            raise ZeroDivisionError("division by zero" if isinstance(other, float) else "integer division or modulo by zero")
        return _delta(_half_even(self._us * b, a))

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            if not other._us:
                raise ZeroDivisionError("integer division or modulo by zero")
            return self._us // other._us
        if isinstance(other, int):
            if not other:
                raise ZeroDivisionError("integer division or modulo by zero")
            return _delta(self._us // other)
        return NotImplemented

    def __mod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        if not other._us:
            raise ZeroDivisionError("integer modulo by zero")
        return _delta(self._us % other._us)

    def __divmod__(self, other):
        return (self // other, self % other) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return _delta(-self._us)

    def __pos__(self):
        return _delta(self._us)

    def __abs__(self):
        return _delta(abs(self._us))

    def __bool__(self):
        return self._us != 0

    def __eq__(self, other):
        return self._us == other._us if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._us < other._us if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._us <= other._us if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._us > other._us if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._us >= other._us if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._us,))

    def __reduce__(self):
        return type(self), (self.days, self.seconds, self.microseconds)


def _shown(obj):
    cls = type(obj)
    return f"datetime.{cls.__qualname__}" if cls.__module__ == "datetime" else cls.__qualname__


@_named
class tzinfo:
    __slots__ = ("__dict__",)

    def utcoffset(self, dt, /):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt, /):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def tzname(self, dt, /):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def fromutc(self, dt, /):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset, dst = dt.utcoffset(), dt.dst()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        if dst is None:
            raise ValueError("fromutc: non-None dst() result required")
        dt += offset - dst
        return dt + dt.dst() if offset - dst else dt + dst


@_named
class timezone(tzinfo):
    __slots__ = ("_offset", "_zone")

    def __new__(cls, offset=_no, name=_no):
        if offset is _no:
            raise TypeError("timezone() missing required argument 'offset' (pos 1)")
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {_name(offset)}")
        if name is _no:
            name = None
            if not offset and "utc" in cls.__dict__:
                return cls.utc
        elif not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {_name(name)}")
        if abs(offset._us) >= _DAY:
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), "
                f"not {offset!r}.")
        self = tzinfo.__new__(cls)
        self._offset, self._zone = offset, name
        return self

    def __init_subclass__(cls):
        raise TypeError("type 'datetime.timezone' is not an acceptable base type")

    def _of(self, dt, name):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError(f"{name}(dt) argument must be a datetime instance or None, not {_name(dt)}")

    def utcoffset(self, dt, /):
        self._of(dt, "utcoffset")
        return self._offset

    def dst(self, dt, /):
        self._of(dt, "dst")

    def tzname(self, dt, /):
        self._of(dt, "tzname")
        if self._zone is not None:
            return self._zone
        return "UTC" + _offset_text(self._offset) if self._offset else "UTC"

    def fromutc(self, dt, /):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime instance")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __str__(self):
        return self.tzname(None)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        return f"{_shown(self)}({self._offset!r}{'' if self._zone is None else f', {self._zone!r}'})"

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __reduce__(self):
        return timezone, (self._offset,) if self._zone is None else (self._offset, self._zone)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _offset_text(offset, colon=":"):
    return "" if offset is None else _strftime("%:z" if colon else "%z", (0,) * 8, "", offset._us / 1000000)


def _check_date(y, m, d):
    y, m, d = _int(y), _int(m), _int(d)
    if not 1 <= y <= 9999:
        raise ValueError(f"year {y} is out of range")
    if not 1 <= m <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= d <= _month_days(y, m):
        raise ValueError("day is out of range for month")
    return y, m, d


def _month_days(y, m):
    return 30 + (m + m // 8) % 2 if m != 2 else 29 if y % 4 == 0 and (y % 100 or y % 400 == 0) else 28


def _check_time(h, m, s, us, fold):
    h, m, s, us = _int(h), _int(m), _int(s), _int(us)
    for name, value, most in (("hour", h, 23), ("minute", m, 59), ("second", s, 59), ("microsecond", us, 999999)):
        if not 0 <= value <= most:
            raise ValueError(f"{name} must be in 0..{most}")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return h, m, s, us


def _check_zone(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{_name(tz)}'")


def _from_ordinal(n):
    if not 1 <= n <= 3652059:
        raise OverflowError("date value out of range")
    return _civil(n)


def _clock(self, spec="auto"):
    us = self._us
    if spec == "auto":
        spec = "microseconds" if us else "seconds"
    try:
        return {"hours": "{:02}", "minutes": "{:02}:{:02}", "seconds": "{:02}:{:02}:{:02}",
            "milliseconds": "{:02}:{:02}:{:02}.{:03}", "microseconds": "{:02}:{:02}:{:02}.{:06}"}[spec].format(
            self._h, self._mi, self._s, us // 1000 if spec == "milliseconds" else us)
    except KeyError:
        raise ValueError("Unknown timespec value") from None


def _text(value, function):
    if not isinstance(value, str):
        raise TypeError(f"{function}() argument 1 must be str, not {_name(value)}")


def _bad(text):
    return ValueError(f"Invalid isoformat string: {text!r}")


def _digits(text, a, b):
    part = text[a:b]
    if len(part) != b - a or not (part.isascii() and part.isdigit()):
        raise ValueError
    return int(part)


def _parse_date(s):
    """A date in one of ISO 8601's forms of 7, 8 or 10 characters; ValueError without a text if it is none."""
    y, dash = _digits(s, 0, 4), s[4:5] == "-"
    i = 4 + dash
    if s[i:i + 1] == "W":
        week, rest = _digits(s, i + 1, i + 3), s[i + 3:]
        day = 1
        if rest:
            if dash != (rest[0] == "-"):
                raise ValueError
            day = _digits(rest, dash, dash + 1)
            if len(rest) != dash + 1:
                raise ValueError
        return _from_week(y, week, day)
    if len(s) != 8 + 2 * dash or dash and s[7] != "-":
        raise ValueError
    return y, _digits(s, i, i + 2), _digits(s, i + 2 + dash, i + 4 + dash)


def _parse_clock(s):
    """Hours, minutes, seconds and microseconds of a text such as 10, 1030, 10:30:15.5."""
    found, i = [0, 0, 0, 0], 0
    colon = s[2:3] == ":"
    for n in range(3):
        if n:
            if i == len(s):
                return found
            if colon:
                if s[i] != ":":
                    raise ValueError
                i += 1
        found[n] = _digits(s, i, i + 2)
        i += 2
        if i < len(s) and s[i] in ".,":
            break
    if i < len(s):
        if s[i] not in ".," or n != 2 or i + 1 == len(s):
            raise ValueError
        part = s[i + 1:]
        _digits(part, 0, len(part))
        found[3] = int(part[:6].ljust(6, "0"))
    return found


def _parse_time(s):
    """The same with a zone: the four numbers and the tzinfo."""
    at = next((i for i, c in enumerate(s) if c in "+-Z"), len(s))
    zone, tz = s[at:], None
    clock = _parse_clock(s[:at])
    if zone == "Z":
        tz = timezone.utc
    elif zone:
        if zone[0] == "Z" or len(zone) == 1:
            raise ValueError
        h, m, sec, us = _parse_clock(zone[1:])
        us += (h * 3600 + m * 60 + sec) * 1000000
        tz = timezone(_delta(-us if zone[0] == "-" else us)) if us else timezone.utc
    return (*clock, tz)


def _from_week(year, week, day):
    if not 1 <= year <= 9999:
        raise ValueError(f"Year is out of range: {year}")
    n = _ordinal(year, 1, 4)
    first = n - (n - 1) % 7
    n = _ordinal(year + 1, 1, 4)
    if not 1 <= week <= (n - (n - 1) % 7 - first) // 7:
        raise ValueError(f"Invalid week: {week}")
    if not 1 <= day <= 7:
        raise ValueError(f"Invalid day: {day} (range is [1, 7])")
    return _civil(first + week * 7 - 8 + day)


class IsoCalendarDate(tuple):
    __slots__ = ()
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return "datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)" % self

    def __reduce__(self):
        return tuple, (tuple(self),)


def _date(cls, y, m, d):
    if cls is not date:
        return cls(y, m, d)
    self = object.__new__(date)
    self._y, self._m, self._d = y, m, d
    return self


@_named
class date:
    __slots__ = ("_y", "_m", "_d")

    def __new__(cls, year=_no, month=_no, day=_no, *more):
        if more:
            raise TypeError(f"function takes at most 3 arguments ({3 + len(more)} given)")
        if day is _no:
            year is _no and _missing("year", 1)
            _missing(*("month", 2) if month is _no else ("day", 3))
        self = object.__new__(cls)
        self._y, self._m, self._d = _check_date(year, month, day)
        return self

    year = _field(lambda self: self._y)
    month = _field(lambda self: self._m)
    day = _field(lambda self: self._d)

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        return cls(*_time.localtime(timestamp)[:3])

    @classmethod
    def fromordinal(cls, ordinal, /):
        ordinal = _int(ordinal)
        if ordinal < 1:
            raise ValueError("ordinal must be >= 1")
        if ordinal > 3652059:
            raise ValueError("year is out of range")
        return cls(*_civil(ordinal))

    @classmethod
    def fromisoformat(cls, text, /):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            found = _parse_date(text)
        except ValueError as e:
            if e.args:
                raise
            raise _bad(text) from None
        return cls(*found)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls(*_from_week(_int(year), _int(week), _int(day)))

    def toordinal(self):
        return _ordinal(self._y, self._m, self._d)

    def weekday(self):
        return (_ordinal(self._y, self._m, self._d) - 1) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        return IsoCalendarDate((*_time._iso(self._y, self._m, self._d), self.weekday() + 1))

    def isoformat(self):
        return f"{self._y:04}-{self._m:02}-{self._d:02}"

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return f"{_shown(self)}({self._y}, {self._m}, {self._d})"

    def timetuple(self):
        return _time.struct_time(self._items() + (-1,))

    def _items(self, h=0, m=0, s=0):
        n = self.toordinal()
        return self._y, self._m, self._d, h, m, s, (n - 1) % 7, n - _ordinal(self._y, 1, 1) + 1

    def ctime(self):
        return _time.asctime(self.timetuple())

    def strftime(self, format):
        _text(format, "strftime")
        return _strftime(format, self.timetuple(), "", None, 0)

    def __format__(self, format):
        _text(format, "__format__")
        return self.strftime(format) if format else str(self)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._y if year is None else year, self._m if month is None else month,
            self._d if day is None else day)

    def __replace__(self, /, **changes):
        return self.replace(**changes)

    def __add__(self, other):
        if isinstance(other, timedelta):
            return _date(type(self), *_from_ordinal(self.toordinal() + other._us // _DAY))
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _date(type(self), *_from_ordinal(self.toordinal() - other._us // _DAY))
        if isinstance(other, date) and not isinstance(other, datetime):
            return _delta((self.toordinal() - other.toordinal()) * _DAY)
        return NotImplemented

    def _key(self, other):
        """What is compared, or None if the two cannot be."""
        if isinstance(other, date) and not isinstance(other, datetime):
            return (self._y, self._m, self._d), (other._y, other._m, other._d)

    def __eq__(self, other):
        return keys[0] == keys[1] if (keys := self._key(other)) else NotImplemented

    def __lt__(self, other):
        return keys[0] < keys[1] if (keys := self._key(other)) else NotImplemented

    def __le__(self, other):
        return keys[0] <= keys[1] if (keys := self._key(other)) else NotImplemented

    def __gt__(self, other):
        return keys[0] > keys[1] if (keys := self._key(other)) else NotImplemented

    def __ge__(self, other):
        return keys[0] >= keys[1] if (keys := self._key(other)) else NotImplemented

    def __hash__(self):
        return hash((self._y, self._m, self._d))

    def __reduce__(self):
        return type(self), (self._y, self._m, self._d)


def _offset(tz, dt, name="utcoffset"):
    """What the zone says of a time's offset, or None."""
    if tz is None:
        return None
    offset = getattr(tz, name)(dt)
    if offset is not None:
        if not isinstance(offset, timedelta):
            raise TypeError(f"tzinfo.{name}() must return None or a timedelta, not '{_name(offset)}'")
        if abs(offset._us) >= _DAY:
            raise ValueError(f"{name}() returned {offset!r}, must be a timedelta strictly between "
                "-timedelta(hours=24) and timedelta(hours=24)")
    return offset


class _Clock:
    """What time and datetime have in common."""
    __slots__ = ()
    hour = _field(lambda self: self._h)
    minute = _field(lambda self: self._mi)
    second = _field(lambda self: self._s)
    microsecond = _field(lambda self: self._us)
    tzinfo = _field(lambda self: self._tz)
    fold = _field(lambda self: self._fold)

    def _at(self):
        return None

    def utcoffset(self):
        return _offset(self._tz, self._at())

    def dst(self):
        return _offset(self._tz, self._at(), "dst")

    def tzname(self):
        return None if self._tz is None else self._tz.tzname(self._at())

    def _end(self):
        """How a repr ends."""
        parts = [str(self._h), str(self._mi)]
        if self._s or self._us:
            parts.append(str(self._s))
        if self._us:
            parts.append(str(self._us))
        if self._tz is not None:
            parts.append(f"tzinfo={self._tz!r}")
        if self._fold:
            parts.append("fold=1")
        return ", ".join(parts) + ")"

    def _strftime(self, format, items):
        _text(format, "strftime")
        offset = self.utcoffset()
        return _strftime(format, items, self.tzname() or "", None if offset is None else offset._us / 1000000, self._us)


@_named
class time(_Clock):
    __slots__ = ("_h", "_mi", "_s", "_us", "_tz", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self = object.__new__(cls)
        self._h, self._mi, self._s, self._us = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self._tz, self._fold = tzinfo, fold
        return self

    @classmethod
    def fromisoformat(cls, text, /):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            found = _parse_time(text.removeprefix("T"))
        except ValueError as e:
            if e.args:
                raise
            raise _bad(text) from None
        return cls(*found)

    def isoformat(self, timespec="auto"):
        return _clock(self, timespec) + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return f"{_shown(self)}({self._end()}"

    def strftime(self, format):
        return self._strftime(format, (1900, 1, 1, self._h, self._mi, self._s, 0, 1, -1))

    def __format__(self, format):
        _text(format, "__format__")
        return self.strftime(format) if format else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=_no, *, fold=None):
        return type(self)(self._h if hour is None else hour, self._mi if minute is None else minute,
            self._s if second is None else second, self._us if microsecond is None else microsecond,
            self._tz if tzinfo is _no else tzinfo, fold=self._fold if fold is None else fold)

    def __replace__(self, /, **changes):
        return self.replace(**changes)

    def _keys(self, other, ordered):
        if not isinstance(other, time):
            return None
        mine, theirs = self.utcoffset(), other.utcoffset()
        if (mine is None) != (theirs is None):
            if ordered:
                raise TypeError("can't compare offset-naive and offset-aware times")
            return 0, 1
        return self._total(mine), other._total(theirs)

    def _total(self, offset):
        return (self._h * 3600 + self._mi * 60 + self._s) * 1000000 + self._us - (offset._us if offset else 0)

    def __eq__(self, other):
        return keys[0] == keys[1] if (keys := self._keys(other, False)) else NotImplemented

    def __lt__(self, other):
        return keys[0] < keys[1] if (keys := self._keys(other, True)) else NotImplemented

    def __le__(self, other):
        return keys[0] <= keys[1] if (keys := self._keys(other, True)) else NotImplemented

    def __gt__(self, other):
        return keys[0] > keys[1] if (keys := self._keys(other, True)) else NotImplemented

    def __ge__(self, other):
        return keys[0] >= keys[1] if (keys := self._keys(other, True)) else NotImplemented

    def __hash__(self):
        return hash((self._total(self.utcoffset()),))

    def __reduce__(self):
        return type(self), (self._h, self._mi, self._s, self._us, self._tz)


@_named
class datetime(_Clock, date):
    __slots__ = ("_h", "_mi", "_s", "_us", "_tz", "_fold")

    def __new__(cls, year=_no, month=_no, day=_no, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *more, fold=0):
        if more:
            raise TypeError(f"function takes at most 8 positional arguments ({8 + len(more)} given)")
        self = date.__new__(cls, year, month, day)
        self._h, self._mi, self._s, self._us = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self._tz, self._fold = tzinfo, fold
        return self

    @classmethod
    def now(cls, tz=None):
        return cls._from(_time.time_ns() // 1000, tz)

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def utcnow(cls):
        _deprecated("utcnow", "datetime.datetime.now(datetime.UTC)")
        return cls._from(_time.time_ns() // 1000, UTC).replace(tzinfo=None)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        return cls._from(_micros(timestamp), tz)

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        _deprecated("utcfromtimestamp", "datetime.datetime.fromtimestamp(timestamp, datetime.UTC)")
        return cls._from(_micros(timestamp), UTC).replace(tzinfo=None)

    @classmethod
    def _from(cls, us, tz):
        """Of microseconds since the epoch."""
        _check_zone(tz)
        days, us = divmod(us - (_time.timezone * 1000000 if tz is None else 0), _DAY)
        n = days + _EPOCH
        if not 1 <= n <= 3652059:
            raise ValueError(f"year {_civil(n)[0]} is out of range")
        self = cls(*_civil(n), us // 3600000000, us // 60000000 % 60, us // 1000000 % 60, us % 1000000, tz)
        return self if tz is None else tz.fromutc(self)

    @classmethod
    def combine(cls, date, time, tzinfo=_no):
        if not isinstance(date, _date_class):
            raise TypeError(f"combine() argument 1 must be datetime.date, not {_name(date)}")
        if not isinstance(time, _time_class):
            raise TypeError(f"combine() argument 2 must be datetime.time, not {_name(time)}")
        return cls(date._y, date._m, date._d, time._h, time._mi, time._s, time._us,
            time._tz if tzinfo is _no else tzinfo, fold=time._fold)

    @classmethod
    def fromisoformat(cls, text, /):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            dash = text[4:5] == "-"
            if text[4 + dash:5 + dash] == "W":
                end = 7 + dash
                if dash and text[8:9] == "-" or not dash and text[7:8].isdigit():
                    end += 1 + dash
            else:
                end = 8 + 2 * dash
            found = _parse_date(text[:end])
            clock = _parse_time(text[end + 1:]) if len(text) > end else ()
            if len(text) == end + 1:
                raise ValueError
        except ValueError as e:
            if e.args:
                raise
            raise _bad(text) from None
        return cls(*found, *clock)

    @classmethod
    def strptime(cls, text, format, /):
        for i, arg in enumerate((text, format), 1):
            if not isinstance(arg, str):
                raise TypeError(f"strptime() argument {i} must be str, not {_name(arg)}")
        items, us, zone, offset = _time._strptime(text, format)
        tz = None
        if offset is not None:
            offset = timedelta(seconds=offset)
            tz = timezone(offset, zone) if zone else timezone(offset)
        return cls(*items[:6], us, tz)

    def _at(self):
        return self

    def date(self):
        return _date(_date_class, self._y, self._m, self._d)

    def time(self):
        return _time_class(self._h, self._mi, self._s, self._us, fold=self._fold)

    def timetz(self):
        return _time_class(self._h, self._mi, self._s, self._us, self._tz, fold=self._fold)

    def timetuple(self):
        dst = self.dst()
        return _time.struct_time(self._items(self._h, self._mi, self._s) + (-1 if dst is None else int(bool(dst)),))

    def utctimetuple(self):
        offset = self.utcoffset()
        at = self - offset if offset else self
        return _time.struct_time(at._items(at._h, at._mi, at._s) + (0,))

    def _total(self):
        """Microseconds since the day 0, as its own clock shows."""
        return self.toordinal() * _DAY + (self._h * 3600 + self._mi * 60 + self._s) * 1000000 + self._us

    def timestamp(self):
        offset = self.utcoffset()
        offset = -_time.timezone * 1000000 if offset is None else offset._us
        return (self._total() - _EPOCH * _DAY - offset) / 1000000

    def astimezone(self, tz=None):
        if tz is None:
            tz = timezone(timedelta(seconds=-_time.timezone), _time.tzname[0])
        elif not isinstance(tz, tzinfo):
            raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{_name(tz)}'")
        offset = self.utcoffset()
        if tz is self._tz and offset is not None:
            return self
        if offset is None:
            offset = timedelta(seconds=-_time.timezone)
        return tz.fromutc((self - offset).replace(tzinfo=tz))

    def isoformat(self, sep="T", timespec="auto"):
        if not isinstance(sep, str) or len(sep) != 1:
            raise TypeError(f"isoformat() argument 1 must be a unicode character, not {_name(sep)}")
        return f"{self._y:04}-{self._m:02}-{self._d:02}{sep}{_clock(self, timespec)}{_offset_text(self.utcoffset())}"

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        return f"{_shown(self)}({self._y}, {self._m}, {self._d}, {self._end()}"

    def strftime(self, format):
        return self._strftime(format, self.timetuple())

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
            tzinfo=_no, *, fold=None):
        return type(self)(self._y if year is None else year, self._m if month is None else month,
            self._d if day is None else day, self._h if hour is None else hour, self._mi if minute is None else minute,
            self._s if second is None else second, self._us if microsecond is None else microsecond,
            self._tz if tzinfo is _no else tzinfo, fold=self._fold if fold is None else fold)

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return self._moved(other._us)

    __radd__ = __add__

    def _moved(self, by):
        days, us = divmod(self._total() + by, _DAY)
        return type(self)(*_from_ordinal(days), us // 3600000000, us // 60000000 % 60, us // 1000000 % 60, us % 1000000,
            self._tz)

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._moved(-other._us)
        if not isinstance(other, datetime):
            return NotImplemented
        us = self._total() - other._total()
        if self._tz is not other._tz:
            mine, theirs = self.utcoffset(), other.utcoffset()
            if (mine is None) != (theirs is None):
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            if mine is not None:
                us += theirs._us - mine._us
        return _delta(us)

    def _key(self, other, ordered=True):
        if not isinstance(other, datetime):
            return None
        mine, theirs = self._total(), other._total()
        if self._tz is not other._tz:
            a, b = self.utcoffset(), other.utcoffset()
            if (a is None) != (b is None):
                if ordered:
                    raise TypeError("can't compare offset-naive and offset-aware datetimes")
                return 0, 1
            if a is not None:
                mine, theirs = mine - a._us, theirs - b._us
        return mine, theirs

    def __eq__(self, other):
        return keys[0] == keys[1] if (keys := self._key(other, False)) else NotImplemented

    def __hash__(self):
        offset = self.utcoffset()
        return hash((self._total() - (offset._us if offset else 0),))

    def __reduce__(self):
        return type(self), (self._y, self._m, self._d, self._h, self._mi, self._s, self._us, self._tz)


def _deprecated(name, instead):
    import warnings  # for utcnow, utcfromtimestamp
    warnings.warn(f"datetime.datetime.{name}() is deprecated and scheduled for removal in a future version. "
        f"Use timezone-aware objects to represent datetimes in UTC: {instead}.", DeprecationWarning)


def _micros(timestamp):
    if isinstance(timestamp, float):
        if timestamp != timestamp:
            raise ValueError("Invalid value NaN (not a number)")
        if abs(timestamp) > 1e17:
            raise OverflowError("timestamp out of range for platform time_t")
        a, b = timestamp.as_integer_ratio()
        return _half_even(a * 1000000, b)
    if abs(_int(timestamp)) > 10 ** 17:
        raise OverflowError("timestamp out of range for platform time_t")
    return _int(timestamp) * 1000000


_date_class, _time_class = date, time
timedelta.min, timedelta.max, timedelta.resolution = _delta(-999999999 * _DAY), _delta(10 ** 9 * _DAY - 1), _delta(1)
date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), _delta(_DAY)
time.min, time.max, time.resolution = time(0), time(23, 59, 59, 999999), _delta(1)
datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = _delta(1)
UTC = timezone(_delta(0))
timezone.utc = UTC
timezone.min, timezone.max = timezone(_delta(-_DAY + 60000000)), timezone(_delta(_DAY - 60000000))
