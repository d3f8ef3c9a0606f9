def step(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    key = (x + dx, y + dy)
                    counts[key] = counts.get(key, 0) + 1
    return {c for c, n in counts.items() if n == 3 or (n == 2 and c in cells)}


def parse(text):
    return {(x, y) for y, line in enumerate(text.splitlines()) for x, ch in enumerate(line) if ch == "#"}


def show(cells, width, height):
    for y in range(height):
        print("".join("#" if (x, y) in cells else "." for x in range(width)))
    print("-" * width)


glider = parse(""".#.
..#
###""")
for generation in range(4):
    show(glider, 6, 6)
    glider = step(glider)
blinker = parse("###")
print(sorted(step(blinker)), step(step(blinker)) == blinker)
acorn = parse(""".#.....
...#...
##..###""")
sizes = []
for _ in range(30):
    sizes.append(len(acorn))
    acorn = step(acorn)
print(sizes)
rule = 90
row = [0] * 15 + [1] + [0] * 15
for _ in range(8):
    print("".join(" #"[c] for c in row).rstrip())
    row = [rule >> (row[i - 1] << 2 | row[i] << 1 | row[(i + 1) % len(row)]) & 1 for i in range(len(row))]
