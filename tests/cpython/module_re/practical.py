import re

EMAIL = re.compile(r"^[\w.+-]+@[\w-]+(\.[\w-]+)+$")
for address in ("a@b.co", "first.last+tag@sub.example.org", "no-at.example", "a@b", "@x.y", "a b@c.de"):
    print(f"{address:32}{bool(EMAIL.match(address))}")
dates = "due 2024-03-15, paid 15/04/2024, bad 2024-13-99"
for m in re.finditer(r"(?P<y>\d{4})-(?P<m>0[1-9]|1[0-2])-(?P<d>\d\d)|(\d\d)/(\d\d)/(\d{4})", dates):
    print(m.group(), m.span(), m.groupdict(), [g for g in m.groups() if g])
template = "Hello {name}, you have {n} new {thing}s"
print(re.sub(r"\{(\w+)\}", lambda m: str({"name": "Ann", "n": 3}.get(m[1], m[0])), template))
print(re.findall(r"#(\w+)", "a #tag and #another_one but not# this"), re.split(r"(?<=[.!?])\s+", "One. Two! Three? four."), re.sub(r"\s+", " ", "  lots\n\tof   space "))
code = 'x = 10 # comment\nprint("a # b")  # another'
print(re.sub(r"(\"[^\"]*\")|\s*#.*", lambda m: m[1] or "", code))
TOKEN = re.compile(r"(?P<NUMBER>\d+(\.\d*)?)|(?P<ID>[A-Za-z_]\w*)|(?P<OP>[+\-*/=()])|(?P<SKIP>\s+)|(?P<BAD>.)")
for m in TOKEN.finditer("total = price*2.5 + (x_1 - 3) ?"):
    if m.lastgroup != "SKIP":
        print(m.lastgroup, m.group(), end="; ")
print()
html = "<p class='a'>one <b>two</b></p><p>three</p>"
print(re.findall(r"<p[^>]*>(.*?)</p>", html), re.sub(r"<[^>]+>", "", html))
print(re.sub(r"(\d{3})(\d{3})(\d{4})", r"(\1) \2-\3", "5551234567"), re.match(r"(\d+)\s*([a-z]*)", "42kg").groups(), re.fullmatch(r"#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})", "#ff8000", re.I).groups())
print([int(h, 16) for h in re.findall("..", "ff8000")], re.sub("(?i)colour", "color", "Colour colour COLOUR"), re.sub(r"\b(\w)(\w*)\b", lambda m: m[1].upper() + m[2], "title case me"))
passwords = ["short", "longenough1", "LongEnough1", "NoDigitsHere"]
rules = [r".{8,}", r"[A-Z]", r"[a-z]", r"\d"]
for p in passwords:
    print(p, [bool(re.search(r, p)) for r in rules])
print(re.search(r"(\w+)\s+\1", "this is is repeated")[1], bool(re.search(r"^(?=.*\d)(?=.*[a-z]).+$", "a1")), re.findall(r"(?<!\w)\d+(?!\w)", "1 a2 3b 44"))
