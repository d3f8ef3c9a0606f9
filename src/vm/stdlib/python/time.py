from _awaitscope import utc_offset as _utc_offset, tp_name as _tp_name

timezone = altzone = -_utc_offset()
daylight = 0
_zone = f"{-timezone / 3600:+03.0f}" if timezone else "UTC"
tzname = (_zone, _zone)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December")
_FIELDS = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")


class struct_time(tuple):
    n_fields, n_sequence_fields, n_unnamed_fields = 11, 9, 0
    tm_zone = tm_gmtoff = None
    __match_args__ = _FIELDS

    def __new__(cls, sequence, _zone=None, _offset=None):
        items = tuple(sequence)
        if len(items) < 9:
            raise TypeError(f"time.struct_time() takes an at least 9-sequence ({len(items)}-sequence given)")
        self = tuple.__new__(cls, items[:9])
        if _zone is not None:
            self.tm_zone, self.tm_gmtoff = _zone, _offset
        return self

    def __repr__(self):
        return f"time.struct_time({', '.join(f'{k}={v!r}' for k, v in zip(_FIELDS, self))})"

    def __reduce__(self):
        return struct_time, (tuple(self),)


for _i, _name in enumerate(_FIELDS):
    setattr(struct_time, _name, property(lambda self, i=_i: self[i]))
_tp_name(struct_time, "time.struct_time")


def _ordinal(y, m, d):
    """The days since 0000-12-31, in the Gregorian calendar."""
    if m < 3:
        y, m = y - 1, m + 12
    return 365 * y + y // 4 - y // 100 + y // 400 + (153 * m - 457) // 5 + d - 306


def _civil(n):
    """The year, month and day of an ordinal: years begin in March, so that the odd day is a year's last."""
    era, n = divmod(n + 305, 146097)
    year = (n - n // 1460 + n // 36524 - n // 146096) // 365
    n -= 365 * year + year // 4 - year // 100
    m = (5 * n + 2) // 153
    return era * 400 + year + (m > 9), m - 9 if m > 9 else m + 3, n - (153 * m + 2) // 5 + 1


def _parts(seconds, zone, offset):
    if seconds is None:
        seconds = time()
    elif not isinstance(seconds, (int, float)):
        raise TypeError(f"'{type(seconds).__name__}' object cannot be interpreted as an integer")
    if not -67768040609740800 <= seconds <= 67767976233532799:
        raise OverflowError("timestamp out of range for platform time_t")
    days, s = divmod(int(seconds // 1) + offset, 86400)
    y, m, d = _civil(days + 719163)
    return struct_time((y, m, d, s // 3600, s // 60 % 60, s % 60, (days + 3) % 7,
        days + 719164 - _ordinal(y, 1, 1), 0), zone, offset)


def gmtime(seconds=None, /):
    return _parts(seconds, "UTC", 0)


def localtime(seconds=None, /):
    return _parts(seconds, _zone, -timezone)


def _tuple(t, name):
    if not isinstance(t, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(t) != 9:
        raise TypeError(f"{name}(): illegal time tuple argument")
    return t


def mktime(t, /):
    t = _tuple(t, "mktime")
    return float((_ordinal(*t[:3]) - 719163) * 86400 + t[3] * 3600 + t[4] * 60 + t[5] + timezone)


def asctime(t=None, /):
    t = localtime() if t is None else _tuple(t, "asctime")
    return f"{_DAYS[t[6] % 7][:3]} {_MONTHS[t[1] - 1][:3]} {t[2]:2} {t[3]:02}:{t[4]:02}:{t[5]:02} {t[0]}"


def ctime(seconds=None, /):
    return asctime(localtime(seconds))


def strftime(format, t=None, /):
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    t = localtime() if t is None else _tuple(t, "strftime")
    return _strftime(format, t, getattr(t, "tm_zone", None) or _zone, getattr(t, "tm_gmtoff", None) or -timezone)


_COMPOSED = {"c": "%a %b %e %H:%M:%S %Y", "D": "%m/%d/%y", "x": "%m/%d/%y", "F": "%Y-%m-%d", "R": "%H:%M",
    "T": "%H:%M:%S", "X": "%H:%M:%S", "r": "%I:%M:%S %p", "h": "%b"}


def _iso(y, m, d):
    """The ISO year and week of a day."""
    n = _ordinal(y, m, d)
    year = _civil(n - (n - 1) % 7 + 3)[0]
    return year, (n - (n - 1) % 7 + 3 - _ordinal(year, 1, 1)) // 7 + 1


def _strftime(format, t, zone, offset, micro=None):
    """What strftime gives; `%f` only if there are microseconds, no zone if `zone` is empty."""
    y, mo, d, h, mi, s, wd, yd = t[:8]
    out = []
    i, n = 0, len(format)
    while i < n:
        c = format[i]
        i += 1
        if c != "%" or i == n:
            out.append(c)
            continue
        start, flag = i, ""
        while i < n - 1 and format[i] in "-_0^#:":
            flag, i = format[i], i + 1
        c = format[i]
        i += 1
        width, pad, value = 2, "0", None
        if c in _COMPOSED:
            value = _strftime(_COMPOSED[c], t, zone, offset, micro)
        elif c in "aA":
            value = _DAYS[wd % 7] if c == "A" else _DAYS[wd % 7][:3]
        elif c in "bB":
            value = _MONTHS[mo - 1] if c == "B" else _MONTHS[mo - 1][:3]
        elif c in "pP":
            value = "PM" if h > 11 else "AM"
            value = value if c == "p" else value.lower()
        elif c == "f" and micro is not None:
            value, width = micro, 6
        elif c == "z":
            value = ""
            if offset is not None:
                colon = ":" if flag == ":" else ""
                size, micros = divmod(abs(offset), 1)
                size, micros = int(size), round(micros * 1000000)
                value = f"{'-' if offset < 0 else '+'}{size // 3600:02}{colon}{size // 60 % 60:02}"
                if size % 60 or micros:
                    value += f"{colon}{size % 60:02}" + (f".{micros:06}" if micros else "")
        elif c == "Z":
            value = zone
        elif c in "nt%":
            value = {"n": "\n", "t": "\t", "%": "%"}[c]
        elif c == "s":
            value, width = int(mktime(tuple(t)[:9])), 1
        elif c in "YC":
            value, width = y if c == "Y" else y // 100, 1
        elif c == "G":
            value, width = _iso(y, mo, d)[0], 1
        elif c in "ek":
            value, pad = d if c == "e" else h, " "
        elif c in "Il":
            value, pad = (h + 11) % 12 + 1, "0" if c == "I" else " "
        elif c == "j":
            value, width = yd, 3
        elif c in "uw":
            value, width = wd + 1 if c == "u" else (wd + 1) % 7, 1
        elif c in "dmyHMSVUW":
            value = d if c == "d" else mo if c == "m" else y % 100 if c == "y" else h if c == "H" else mi if c == "M" \
                else s if c == "S" else _iso(y, mo, d)[1] if c == "V" \
                else (yd + 6 - (wd + 1) % 7) // 7 if c == "U" else (yd + 6 - wd) // 7
        if value is None:
            out.append("%" + format[start:i])
        elif isinstance(value, str):
            out.append(value.upper() if flag == "^" else value.swapcase() if flag == "#" else value)
        else:
            pad = {"-": "", "_": " ", "0": "0"}.get(flag, pad)
            out.append(str(value).rjust(width, pad) if pad else str(value))
    return "".join(out)


_formats = {}


def _pattern(format):
    import re  # for strptime
    # A number's first form that fits is taken.
    forms = {"d": r"3[01]|[12]\d|0[1-9]|[1-9]| [1-9]", "f": r"\d{1,6}", "H": r"2[0-3]|[01]\d|\d| \d",
        "I": r"1[0-2]|0[1-9]|[1-9]| [1-9]", "j": r"36[0-6]|3[0-5]\d|[12]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9]",
        "m": r"1[0-2]|0[1-9]|[1-9]", "M": r"[0-5]\d|\d", "S": r"6[01]|[0-5]\d|\d", "U": r"5[0-3]|[0-4]\d|\d",
        "u": "[1-7]", "V": r"5[0-3]|0[1-9]|[1-4]\d|\d", "w": "[0-6]", "Y": r"\d{4}", "G": r"\d{4}", "y": r"\d\d",
        "z": r"[+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?|Z", "Z": "|".join(dict.fromkeys(("utc", "gmt", tzname[0].lower()))),
        "p": "am|pm", "A": "|".join(_DAYS), "a": "|".join(n[:3] for n in _DAYS), "B": "|".join(_MONTHS),
        "b": "|".join(n[:3] for n in _MONTHS), "%": "%"}
    forms["W"], forms["e"], forms["h"] = forms["U"], forms["d"], forms["b"]
    text, i, n = [], 0, 0
    whole = format
    for c in "cxX":
        format = format.replace("%" + c, _COMPOSED[c])
    while i < len(format):
        c = format[i]
        i += 1
        if c == "%":
            c = format[i:i + 1]
            i += 1
            if not c:
                raise ValueError(f"stray % in format '{whole}'")
            if c not in forms:
                raise ValueError(f"'{c}' is a bad directive in format '{whole}'")
            if c == "%":
                text.append("%")
            else:
                if f"(?P<{c}>" in "".join(text):
                    raise re.error(f"redefinition of group name {c!r} as group {n + 1}; was group {n}")
                text.append(f"(?P<{c}>{forms[c]})")
                n += 1
        elif c.isspace():
            if not text or text[-1] != r"\s+":
                text.append(r"\s+")
        else:
            text.append(re.escape(c))
    return re.compile("".join(text), re.IGNORECASE)


def _strptime(string, format):
    """The nine items, the microseconds, the zone's name and its offset in seconds."""
    for i, arg in enumerate((string, format)):
        if not isinstance(arg, str):
            raise TypeError(f"strptime() argument {i} must be str, not {type(arg).__name__}")
    pattern = _formats.get(format)
    if pattern is None:
        pattern = _formats[format] = _pattern(format)
    found = pattern.match(string)
    if not found:
        raise ValueError(f"time data {string!r} does not match format {format!r}")
    if found.end() != len(string):
        raise ValueError(f"unconverted data remains: {string[found.end():]}")
    got = found.groupdict()
    number = lambda key, default: int(got[key]) if key in got else default
    year = number("Y", None)
    if "y" in got:
        year = int(got["y"])
        year += 1900 if year > 68 else 2000
    iso_year, iso_week = number("G", None), number("V", None)
    week = "U" if "U" in got else "W"
    month, day, yday, wd = number("m", 1), number("d", number("e", 1)), number("j", None), None
    for key, names, short in (("B", _MONTHS, None), ("b", _MONTHS, 3), ("h", _MONTHS, 3)):
        if key in got:
            month = [name[:short].lower() for name in names].index(got[key].lower()) + 1
    for key, short in (("A", None), ("a", 3)):
        if key in got:
            wd = [name[:short].lower() for name in _DAYS].index(got[key].lower())
    if "w" in got:
        wd = (int(got["w"]) - 1) % 7
    if "u" in got:
        wd = int(got["u"]) - 1
    if iso_year is not None:
        if yday is not None:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")
        if iso_week is None or wd is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive ('%A', '%a', '%w', or '%u').")
    elif iso_week is not None:
        if year is None or wd is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive ('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")
    hour = number("H", 0)
    if "I" in got:
        hour = int(got["I"]) % 12 + (12 if got.get("p", "").lower() == "pm" else 0)
    offset, zone = None, got.get("Z")
    if "z" in got:
        z = got["z"]
        if z in "Zz":
            offset = 0
        else:
            digits = z[1:].replace(":", "")
            offset = int(digits[:2]) * 3600 + int(digits[2:4]) * 60
            if len(digits) > 4:
                offset += int(digits[4:6])
                if digits[6:]:
                    offset += float("0" + digits[6:])
            if z[0] == "-":
                offset = -offset
    leap = year is None and month == 2 and day == 29
    if year is None:
        year = 1904 if leap else 1900
    if iso_year is not None:
        n = _ordinal(iso_year, 1, 4)
        n += iso_week * 7 - 7 + wd - (n - 1) % 7
        year, month, day = _civil(n)
    elif week in got and wd is not None:
        first = (_ordinal(year, 1, 1) - 1) % 7
        if week == "U":
            yday = (7 - (first + 1) % 7) % 7 + int(got["U"]) * 7 - 7 + (wd + 1) % 7 + 1
        else:
            yday = (7 - first) % 7 + int(got["W"]) * 7 - 7 + wd + 1
        year, month, day = _civil(_ordinal(year, 1, 1) + yday - 1)
    elif yday is not None and not ("m" in got or "d" in got or "b" in got or "B" in got):
        year, month, day = _civil(_ordinal(year, 1, 1) + yday - 1)
    n = _ordinal(year, month, day)
    if _civil(n) != (year, month, day):
        raise ValueError("day is out of range for month")
    return ((1900 if leap else year, month, day, hour, number("M", 0), number("S", 0), (n - 1) % 7,
        n - _ordinal(year, 1, 1) + 1, -1 if offset is None and not zone else 0),
        int(got["f"].ljust(6, "0")) if "f" in got else 0, zone and zone.upper(), offset)


def strptime(string, format="%a %b %d %H:%M:%S %Y", /):
    items, _, zone, offset = _strptime(string, format)
    return struct_time(items[:8] + (-1 if offset is not None else items[8],), zone, offset)


CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID, CLOCK_MONOTONIC_RAW = range(5)


def clock_gettime_ns(clk_id, /):
    if clk_id not in range(5):
        raise OSError(22, "Invalid argument")
    return (time_ns, monotonic_ns, process_time_ns, process_time_ns, monotonic_ns)[clk_id]()


def clock_gettime(clk_id, /):
    return clock_gettime_ns(clk_id) / 1e9


thread_time_ns = process_time_ns


def get_clock_info(name, /):
    from types import SimpleNamespace  # for get_clock_info
    if name not in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
        raise ValueError("unknown clock")
    return SimpleNamespace(implementation="the program's clock", monotonic=name != "time", adjustable=name == "time",
        resolution=1e-09)


def tzset():
    pass
