parts = []
for i in range(5):
    parts.append(f"{i}:{i ** 2}")
print(", ".join(parts))
s = ""
for ch in "abc":
    s += ch * 2
print(s, len(s))
print("".join(chr(c) for c in range(97, 107)), "".join(reversed("abc")), "".join(sorted("hello", reverse=True)), "-".join(map(str, range(4))))
table = [["id", "name"], [1, "Ann"], [22, "Bo"]]
widths = [max(len(str(r[c])) for r in table) for c in range(2)]
for row in table:
    print(" | ".join(str(v).ljust(w) for v, w in zip(row, widths)))
print("=" * (sum(widths) + 3))
text = "one two three"
print(text.split()[1][0].upper() + text[5:], " ".join(w[0].upper() + w[1:] for w in text.split()), text[text.index("t"):], text[:-6], text[::2], text.replace("o", "0").replace("e", "3"))
print("ab" "cd" * 2, ("ab" "cd") * 2, "x" + "y" * 3 + "z", "a" < "b" < "c", "%s-%s" % tuple("xy"), *"abc")
box = "+" + "-" * 8 + "+"
print(box, f"|{'box':^8}|", box, sep="\n")
print("\n".join(f"{'*' * n:^9}".rstrip() for n in range(1, 10, 2)))
print("A" + chr(ord("A") + 1) + "C", ascii("ñ"), b"\\xf1", "\u00f1" == "ñ")
word = "bookkeeper"
print({c: word.count(c) for c in dict.fromkeys(word)}, "".join(c for i, c in enumerate(word) if c not in word[:i]), word.find("kk"), word.split("e"), word.rsplit("e", 1), word.strip("br"), word.translate({ord("o"): "0", ord("e"): None}))
digits = "0123456789"
print(digits[2:8:3], digits[-2::-3], digits[5:], digits[:-7], digits[3:3] == "", digits[100:] == "", digits[-100:3])
first, *mid, last = "hello"
print(first, mid, last, "l" in mid, mid == list("ell"))
poem = ("roses are red\n"
        "violets are blue")
print(poem, poem.count("\n"), poem.splitlines()[1].split()[-1], poem.title().swapcase(), sep="\n")
secret = "".join(chr(ord(c) ^ 42) for c in "xor me")
print(repr(secret), "".join(chr(ord(c) ^ 42) for c in secret))
print(" ".join(format(b, "08b") for b in "Hi".encode()), "".join(chr(int(b, 2)) for b in "01001000 01101001".split()))
print("abc".replace("", "-"), "abc".join("XYZ"), "a,b,".split(","), ",".join(["", "", ""]), "".join([]), "é".upper(), "ß".upper(), "İ".lower().encode())
print("name: {0:<10}|age: {1:>4}|{0!r}".format("Bo", 7), "{:*^20}".format(" mid "), "{:+.1e}".format(12345.678), "{0[0]}{0[1]}".format("ab"), "{a}{b}".format(**{"a": 1, "b": 2}))
print(str(1.0) + str(True) + str(None), repr("a\\b"), "tab\tend".expandtabs(8), "x".isalpha() and "x".isalnum(), "10" > "9", int("10") > int("9"), "Z" < "a", min("bca"), max("bca"))
