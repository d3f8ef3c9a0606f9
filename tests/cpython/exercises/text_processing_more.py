text = """The quick brown fox jumps over the lazy dog. The dog barks; the fox runs away!
It's a well-known story -- isn't it?"""
words = [w.strip(".,;!?-").lower() for w in text.split() if w.strip(".,;!?-")]
freq = {}
for w in words: freq[w] = freq.get(w, 0) + 1
top = sorted(freq.items(), key=lambda kv: (-kv[1], kv[0]))[:5]
for w, c in top: print(f"{w:<10}|{'#' * c:<5}|{c:>3}|{c / len(words):7.2%}")
print(max(words, key=len), sum(map(len, words)) / len(words), " ".join(w.capitalize() for w in words[:4]), text.count("the"), text.title()[:30], text.swapcase()[:20])
def caesar(s, k): return "".join(chr((ord(c) - base + k) % 26 + base) if (base := 65 if c.isupper() else 97 if c.islower() else 0) else c for c in s)
print(caesar("Hello, World!", 3), caesar(caesar("Hello, World!", 3), -3))
def rle(s):
    import itertools
    return "".join(f"{len(list(g))}{k}" for k, g in itertools.groupby(s))
print(rle("aaabbc"), "".join(c * int(n) for n, c in zip("321", "abc")))
print("racecar"[::-1] == "racecar", sorted("hello"), "".join(sorted(set("hello"))), "-".join("abc"), "a,b;c d".replace(";", ",").replace(" ", ",").split(","), list("héllo"), len("naïve"), "日本語"[1], "😀!"[0], len("😀"), [ord(c) for c in "aé日😀"], "\u00e9" == "é", "e\u0301" == "é", "ß".upper(), "İ".lower(), "ǅ".swapcase())
table = [("name", "qty", "price"), ("apple", 3, 1.5), ("kiwi", 12, 0.25)]
for row in table: print("{:<8}{:>5}{:>8}".format(*row))
for n, q, p in table[1:]: print(f"{n:.<10}{q:04d}{p:>8.2f}{q * p:>+9.2f}")
print("%-10s|%5d|%8.3f|%x|%o|%e|%%" % ("left", 42, 3.14159, 255, 8, 12345.678))
print("{:,}".format(1234567.891), "{:_}".format(10**9), "{:e}".format(0), "{:.3g}".format(1234), "{:.0%}".format(0.5), "{:c}{:c}".format(72, 105), "{:08.3f}".format(-3.14159), "{:+d} {: d}".format(5, 5), "{!r:>8}".format("x"), "{0:{1}{2}{3}}".format("mid", "*", "^", 9))
import textwrap, string, re
print(textwrap.fill("a b c d e f g h", 7), textwrap.dedent("   x\n     y\n").strip(), textwrap.shorten("hello big wide world", 12), sep="|")
print(string.ascii_lowercase[:5], string.digits, string.punctuation[:5], string.Template("$a ${b}c $$").substitute(a=1, b=2), string.capwords("the end"))
print(re.findall(r"\b[A-Z]\w*", text), re.sub(r"(\w+)-(\w+)", r"\2_\1", "well-known"), re.split(r"[.;!?]\s*", text)[:2], re.match(r"(?P<a>\w+) (?P<b>\w+)", text).groupdict(), [m.span() for m in re.finditer("fox", text)], bool(re.fullmatch(r"\d{3}-\d{4}", "555-1234")))
def is_pal(s): t = [c.lower() for c in s if c.isalnum()]; return t == t[::-1]
print(is_pal("A man, a plan, a canal: Panama"), [w for w in ["level", "hello", "Noon"] if is_pal(w)])
roman = lambda n: "".join((n := n - v, r)[1] * 1 if False else r * (q := n // v, n := n - v * q)[0] if n >= v else "" for v, r in [])
def to_roman(n):
    out = []
    for v, r in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split()):
        q, n = divmod(n, v); out.append(r * q)
    return "".join(out)
print([to_roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024)])
print(f"{'centered':^20}|{'right':>10}|{'left':<10}|{3.14159:^10.2f}|{'x' * 3:*^9}", f"{1e6:,.0f} {2**0.5:.10f} {255:#b} {-7:>+5} {0.1 + 0.2!r} {1/3:.3}")
print(*(f"{i:2} {i**2:4} {i**3:5}" for i in range(8, 12)), sep="\n")
print("tab\tsep", r"raw\n", "a\\b", 'single "double"', "multi" "part", """tri"ple""", "\x41\101\u0041", "bell\a".encode(), "nul\0".encode(), sep=" / ")
print("abc".encode("utf-16"), "é".encode("latin-1"), b"\xe9".decode("latin-1"), "日".encode(), bytes([72, 105]), bytes("hi", "ascii"), b"abc"[1], b"abc"[1:], b"a" + b"b", b"%d" % 5, bytearray(b"xyz"), list(b"ab"), b"abc".hex(), bytes.fromhex("4869"), b"a,b".split(b","), b"Hi".upper(), b"x" in b"xyz", 120 in b"xyz", b"\x00\xff\n'")
