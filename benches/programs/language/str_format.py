lines = []
for i in range(60_000):
    lines.append(f"{i:>6} {i / 3:.2f} {i % 7!r}")
    lines.append("%d-%s" % (i, "abc"))
    lines.append("{} {:x} {name}".format(i, i, name="n"))
print(sum(map(len, lines)), lines[-3:])
