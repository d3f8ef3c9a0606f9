POEM = """The fog comes
on little cat feet.

It sits looking
over harbor and city
on silent haunches
and then moves on."""
lines = POEM.splitlines()
words = [w.strip(".,").lower() for w in POEM.split()]
print(len(lines), len(words), len(set(words)), sum(map(len, words)) / len(words))
print(max(words, key=len), sorted({w for w in words if words.count(w) > 1}), [l for l in lines if l and l[0].isupper()])
width = max(map(len, lines))
for n, line in enumerate(lines, 1):
    print(f"{n:>2}| {line:<{width}} |{len(line.split()):>2}")
print("\n".join(line[::-1] for line in lines[:2]))
print(" ".join(w.capitalize() for w in words[:5]), "".join(l[0] if l else " " for l in lines), POEM.replace("\n", " / ")[:40])
counts = {}
for ch in POEM.lower():
    if ch.isalpha():
        counts[ch] = counts.get(ch, 0) + 1
for ch, n in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:5]:
    print(ch, "#" * n, n)


def wrap(text, width):
    line = ""
    for word in text.split():
        if len(line) + len(word) + bool(line) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    if line:
        yield line


for line in wrap(" ".join(words), 24):
    print(f"|{line.center(24)}|")


def justify(line, width):
    ws = line.split()
    if len(ws) == 1:
        return line.ljust(width)
    gaps, space = len(ws) - 1, width - sum(map(len, ws))
    q, r = divmod(space, gaps)
    return "".join(w + " " * (q + (i < r)) for i, w in enumerate(ws[:-1])) + ws[-1]


for line in wrap(" ".join(words), 24):
    print(f"|{justify(line, 24)}|")
template = "Dear {name},\nyou owe {amount:>8.2f} since {since}.\n{{signed}}"
print(template.format(name="Ann", amount=12.5, since="May"))
ini = """[server]
host = example
port=80
; comment
[client]
name = "bob"
"""
config, section = {}, None
for raw in ini.splitlines():
    line = raw.split(";")[0].strip()
    if not line:
        continue
    if line.startswith("[") and line.endswith("]"):
        section = config.setdefault(line[1:-1], {})
    else:
        key, _, value = map(str.strip, line.partition("="))
        section[key] = int(value) if value.isdigit() else value.strip('"')
print(config)
csv_line = 'a,"b,c",d'
fields, quoted, current = [], False, ""
for ch in csv_line:
    if ch == '"':
        quoted = not quoted
    elif ch == "," and not quoted:
        fields.append(current)
        current = ""
    else:
        current += ch
print(fields + [current])
print(bytes("naïve", "utf-8").hex(" "), "%-10s|%5.1f|%+d" % ("left", 2.25, 7), "tab\tsep".expandtabs(4), "CamelCaseName".swapcase())
