import types as _types

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)
__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS", "QUOTE_NOTNULL", "Error", "Dialect",
    "excel", "excel_tab", "unix_dialect", "field_size_limit", "reader", "writer", "register_dialect", "get_dialect",
    "list_dialects", "unregister_dialect", "DictReader", "DictWriter"]


class Error(Exception):
    pass


Error.__module__ = "_csv"


class Dialect:
    delimiter, quotechar, escapechar, doublequote = ",", '"', None, True
    skipinitialspace, lineterminator, quoting, strict = False, "\r\n", QUOTE_MINIMAL, False


class excel(Dialect):
    pass


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    lineterminator, quoting = "\n", QUOTE_ALL


_dialects = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}
_OPTIONS = [name for name in vars(Dialect) if not name.startswith("_")]


def _dialect(dialect, options):
    if isinstance(dialect, str):
        dialect = get_dialect(dialect)
    made = _types.SimpleNamespace(**{name: getattr(dialect, name, getattr(Dialect, name)) for name in _OPTIONS})
    for name, value in options.items():
        if name not in _OPTIONS:
            raise TypeError(f"this function got an unexpected keyword argument '{name}'")
        setattr(made, name, value)
    for name in ("delimiter", "quotechar", "escapechar"):
        value = getattr(made, name)
        if value is None and name != "delimiter":
            continue
        if not isinstance(value, str):
            what = "string" if name == "delimiter" else "string or None"
            raise TypeError(f'"{name}" must be {what}, not {type(value).__name__}')
        if len(value) != 1:
            raise TypeError(f'"{name}" must be a 1-character string')
    if made.quoting not in range(6):
        raise TypeError('bad "quoting" value')
    if made.quotechar is None and made.quoting != QUOTE_NONE:
        raise TypeError("quotechar must be set if quoting enabled")
    return made


def register_dialect(name, dialect=excel, /, **options):
    _dialects[name] = _dialect(dialect, options)


def unregister_dialect(name, /):
    get_dialect(name)
    del _dialects[name]


def get_dialect(name, /):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    return list(_dialects)


def field_size_limit(limit=131072, /):
    return 131072


class _Reader:
    def __init__(self, lines, dialect):
        self._lines, self.dialect, self.line_num = iter(lines), dialect, 0

    def __iter__(self):
        return self

    def __next__(self):
        d = self.dialect
        row, field, quoted, state = [], "", False, "start"

        def save():
            nonlocal field, quoted
            value = field
            if d.quoting == QUOTE_NONNUMERIC and not quoted:
                value = float(value)
            elif d.quoting == QUOTE_NOTNULL and not quoted and not value:
                value = None
            elif d.quoting == QUOTE_STRINGS and not quoted:
                value = float(value) if value else None
            row.append(value)
            field, quoted = "", False

        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if state == "quoted" or state == "escape":
                    if d.strict:
                        raise Error("unexpected end of data") from None
                    save()
                    return row
                raise
            if not isinstance(line, str):
                raise Error(f"iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)")
            self.line_num += 1
            for i, c in enumerate(line):
                if state == "escape":
                    field, state = field + c, "field"
                elif state == "quoted":
                    if c == d.escapechar:
                        state = "quoted escape"
                    elif c == d.quotechar and d.quoting != QUOTE_NONE:
                        state = "quote in quoted" if d.doublequote else "field"
                    else:
                        field += c
                elif state == "quoted escape":
                    field, state = field + c, "quoted"
                elif c in "\r\n":
                    if line[i:].strip("\r\n"):
                        raise Error("new-line character seen in unquoted field - do you need to open the file with newline=''?")
                    break
                elif state == "quote in quoted" and c == d.quotechar and d.quoting != QUOTE_NONE:
                    field, state = field + c, "quoted"
                elif c == d.delimiter:
                    save()
                    state = "next"
                elif state == "quote in quoted":
                    if d.strict:
                        raise Error(f"'{d.delimiter}' expected after '{d.quotechar}'")
                    field, state = field + c, "field"
                elif c == d.escapechar:
                    state = "escape"
                elif state in ("start", "next") and c == d.quotechar and d.quoting != QUOTE_NONE:
                    quoted, state = True, "quoted"
                elif state in ("start", "next") and c == " " and d.skipinitialspace:
                    state = "next"
                else:
                    field, state = field + c, "field"
            if state in ("quoted", "quoted escape"):
                continue
            if state == "escape":
                field += "\n"
                continue
            if state != "start":
                save()
            return row


def reader(iterable, /, dialect="excel", **options):
    return _Reader(iterable, _dialect(dialect, options))


class _Writer:
    def __init__(self, file, dialect):
        self._write, self.dialect = file.write, dialect

    def writerow(self, row, /):
        d = self.dialect
        try:
            row = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        return self._write(d.delimiter.join([self._field(x, len(row) == 1) for x in row]) + d.lineterminator)

    def _field(self, value, alone):
        d = self.dialect
        number = isinstance(value, (int, float))
        text = "" if value is None else value if isinstance(value, str) else str(value)
        quoted = d.quoting == QUOTE_ALL or d.quoting == QUOTE_NONNUMERIC and not number or \
            d.quoting == QUOTE_STRINGS and isinstance(value, str) or d.quoting == QUOTE_NOTNULL and value is not None
        special = {d.delimiter, d.quotechar, d.escapechar, "\r", "\n", *d.lineterminator} - {None}
        if d.quoting == QUOTE_NONE:
            if alone and not text:
                raise Error("single empty field record must be quoted")
            out = ""
            for c in text:
                if c in special:
                    if d.escapechar is None:
                        raise Error("need to escape, but no escapechar set")
                    out += d.escapechar
                out += c
            return out
        if not quoted:
            quoted = alone and not text or any(c in special for c in text) or d.delimiter == " " and not text \
                or d.skipinitialspace and text.startswith(" ")
        if not quoted:
            return text
        if d.escapechar is not None:
            text = text.replace(d.escapechar, d.escapechar * 2)
        if d.quotechar in text:
            if not d.doublequote and d.escapechar is None:
                raise Error("need to escape, but no escapechar set")
            text = text.replace(d.quotechar, (d.quotechar if d.doublequote else d.escapechar) + d.quotechar)
        return d.quotechar + text + d.quotechar

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)


def writer(file, /, dialect="excel", **options):
    if not hasattr(file, "write"):
        raise TypeError('argument 1 must have a "write" method')
    return _Writer(file, _dialect(dialect, options))


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        self._fieldnames = list(fieldnames) if fieldnames is not None else None
        self.restkey, self.restval, self.dialect, self.line_num = restkey, restval, dialect, 0
        self.reader = reader(f, dialect, *args, **kwds)

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        names = self.fieldnames
        row = []
        while not row:
            row = next(self.reader)
        self.line_num = self.reader.line_num
        names = names or []
        found = dict(zip(names, row))
        if len(row) > len(names):
            found[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            found[name] = self.restval
        return found

    __class_getitem__ = classmethod(_types.GenericAlias)


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        self.fieldnames = fieldnames
        self.restval, self.extrasaction = restval, extrasaction.lower()
        if self.extrasaction not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writer.writerow(self.fieldnames)

    def _row(self, rowdict):
        if self.extrasaction == "raise":
            wrong = [key for key in rowdict if key not in self.fieldnames]
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join(map(repr, wrong)))
        return [rowdict.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        self.writer.writerows(map(self._row, rowdicts))

    __class_getitem__ = classmethod(_types.GenericAlias)
