import re

print(re.match(r"\d+", "123abc"), re.match(r"\d+", "abc"), re.search(r"[a-z]+", "123abc456"), re.fullmatch(r"\w+", "abc"), re.fullmatch(r"\w+", "abc!"))
m = re.search(r"(?P<user>[\w.]+)@(?P<host>[\w.]+)\.(com|org)", "mail bob.x@site.org now")
print(m.group(), m.group(0), m.group(1), m.group("host"), m.group(1, 3), m.groups(), m.groupdict(), m.start(), m.end(), m.span("user"), m[3], m["user"], m.lastindex, m.lastgroup, m.string[:4], m.re.pattern, m.pos, m.endpos)
print(re.findall(r"\d+", "a1b22c333"), re.findall(r"(\w)=(\d)", "a=1, b=2"), re.findall(r"(\w)\d", "a1b2"), re.findall(r"x*", "axb"), [x.span() for x in re.finditer(r"o", "foo boo")], re.findall("", "ab"))
print(re.sub(r"\d", "#", "a1b2"), re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "3 and 10"), re.sub("a", "b", "aaaa", count=2), re.subn("a", "b", "banana"), re.sub(r"(?P<x>\d)", r"<\g<x>>", "a1"), re.sub(r"x*", "-", "abxd"), re.sub(r"(a)|b", r"[\1]", "ab"))
print(re.split(r"[,;]\s*", "a, b;c,d"), re.split(r"(,)", "a,b"), re.split(r"\s+", " a b "), re.split(",", "a,b,c", maxsplit=1), re.split(r"x*", "axbc"))
p = re.compile(r"^\s*(\w+)\s*=\s*(.*?)\s*$", re.M | re.I)
print(p.findall("a = 1\n  b=two  \nbad"), p, p.flags, p.groups, p.groupindex, re.compile("a") == re.compile("a"))
print(re.search("HELLO", "say hello", re.IGNORECASE)[0], re.findall(r"^.", "a\nb", re.MULTILINE), re.search("a.b", "a\nb", re.S) is not None, re.search("a.b", "a\nb"), re.findall(r"\w+", "naïve café 中文"), re.findall(r"\w+", "naïve", re.A), re.search(r"""
    (\d+)   # number
    \s*
    ([a-z]+)  # unit
""", "size 10 px", re.X).groups())
print(re.escape("a.b*c[d] e"), re.match(r"(a)|(b)", "b").groups(), re.match(r"(a)|(b)", "b").groups("-"), re.match(r"(a)?", "").group(1), bool(re.match("", "")))
for bad in ("(", "[a", "*a", "a{2,1}", "(?P<1>a)", "(?P<x>a)(?P<x>b)", "\\", "(?z)", "a**", "[z-a]", "(?P=x)", "\\1", ")"):
    try:
        re.compile(bad)
    except re.error as e:
        print(repr(bad), "->", e)
for bad in (lambda: m.group(9), lambda: m.group("nope"), lambda: re.sub("a", r"\2", "a"), lambda: re.match(5, "a"), lambda: re.match("a", 5), lambda: re.match(b"a", "a"), lambda: re.match("a", None)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
