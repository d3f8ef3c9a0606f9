import re as _re

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join([w.capitalize() for w in s.split(sep)])


class Template:
    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = _re.IGNORECASE

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls._compile()

    @classmethod
    def _compile(cls):
        if "pattern" in cls.__dict__ and not isinstance(cls.pattern, _re.Pattern):
            cls.pattern = _re.compile(cls.pattern, cls.flags | _re.VERBOSE)
        else:
            d = _re.escape(cls.delimiter)
            cls.pattern = _re.compile(rf"{d}(?:(?P<escaped>{d})|(?P<named>{cls.idpattern})|"
                rf"{{(?P<braced>{cls.braceidpattern or cls.idpattern})}}|(?P<invalid>))", cls.flags)

    def __init__(self, template):
        self.template = template

    def _invalid(self, mo):
        i = mo.start("invalid")
        lines = self.template[:i].splitlines(keepends=True)
        if not lines:
            col, line = 1, 1
        else:
            col, line = i - len("".join(lines[:-1])), len(lines)
        raise ValueError(f"Invalid placeholder in string: line {line}, col {col}")

    def _fill(self, mapping, kws, safe):
        mapping = {**mapping, **kws} if kws else mapping

        def convert(mo):
            name = mo.group("named") or mo.group("braced")
            if name is not None:
                if not safe:
                    return str(mapping[name])
                try:
                    return str(mapping[name])
                except KeyError:
                    return mo.group()
            if mo.group("escaped") is not None:
                return self.delimiter
            return mo.group() if safe else self._invalid(mo)
        return self.pattern.sub(convert, self.template)

    def substitute(self, mapping={}, /, **kws):
        return self._fill(mapping, kws, False)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._fill(mapping, kws, True)

    def get_identifiers(self):
        out = []
        for mo in self.pattern.finditer(self.template):
            name = mo.group("named") or mo.group("braced")
            if name is not None and name not in out:
                out.append(name)
        return out

    def is_valid(self):
        return all(mo.group("invalid") is None for mo in self.pattern.finditer(self.template))


Template._compile()


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        return self._vformat(format_string, args, kwargs, set(), 2, [0])

    def _vformat(self, text, args, kwargs, used, depth, auto):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        out = []
        for literal, name, spec, conversion in self.parse(text):
            if literal:
                out.append(literal)
            if name is not None:
                first = _re.match(r"[^.\[]*", name).group()
                if first == "":
                    name = str(auto[0]) + name
                    auto[0] += 1
                obj, key = self.get_field(name, args, kwargs)
                used.add(key)
                obj = self.convert_field(obj, conversion)
                out.append(self.format_field(obj, self._vformat(spec, args, kwargs, used, depth - 1, auto)))
        if depth == 2:
            self.check_unused_args(used, args, kwargs)
        return "".join(out)

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion in ("s", "r", "a"):
            return {"s": str, "r": repr, "a": ascii}[conversion](value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def parse(self, text):
        i, n = 0, len(text)
        literal = ""
        while i < n:
            c = text[i]
            if c in "{}":
                if text[i + 1:i + 2] == c:
                    literal += c
                    i += 2
                    continue
                if c == "}":
                    raise ValueError("Single '}' encountered in format string")
                depth, j = 1, i + 1
                while j < n and depth:
                    depth += (text[j] == "{") - (text[j] == "}")
                    j += 1
                if depth:
                    raise ValueError("expected '}' before end of string" if i + 1 < n else "Single '{' encountered in format string")
                field = text[i + 1:j - 1]
                name, spec, conversion = field, "", None
                bracket = 0
                for k, ch in enumerate(field):
                    bracket += (ch == "[") - (ch == "]")
                    if ch in "!:" and not bracket:
                        name = field[:k]
                        if ch == "!":
                            conversion = field[k + 1:k + 2]
                            spec = field[k + 3:]
                        else:
                            spec = field[k + 1:]
                        break
                yield literal, name, spec, conversion
                literal = ""
                i = j
            else:
                literal += c
                i += 1
        if literal:
            yield literal, None, None, None

    def get_field(self, name, args, kwargs):
        first = _re.match(r"[^.\[]*", name).group()
        key = int(first) if first.isdigit() else first
        obj = self.get_value(key, args, kwargs)
        for attr, item in _re.findall(r"\.([^.\[]+)|\[([^\]]+)\]", name[len(first):]):
            obj = getattr(obj, attr) if attr else obj[int(item) if item.isdigit() else item]
        return obj, key
