b = b"hello \x00\xff\n\\ 'quote'"
print(b, len(b), b[0], b[-1], b[1:4], b[::-1][:5], list(b"abc"), bytes([65, 66]), bytes(3), bytes("é", "utf8"), b"it's", b'"', b"\"'")
print(b"a" + b"b", b"ab" * 2, b"a" in b"abc", 97 in b"abc", b"abc" < b"abd", b"abc" == b"abc", b"" == bytes(), hash(b"a") == hash(b"a"), bool(b""))
print(b"Hello World".upper(), b"a,b,c".split(b","), b",".join([b"x", b"y"]), b"  x ".strip(), b"abc".find(b"c"), b"abcabc".count(b"bc"), b"abc".replace(b"b", b"XX"), b"abc".startswith(b"ab"), b"abc".endswith((b"x", b"c")), b"x".center(5, b"*"), b"7".zfill(3), b"aBc".swapcase(), b"ab cd".title(), b"a\nb".splitlines(), b"k=v".partition(b"="), b"abc".isalpha(), b"12".isdigit(), b"abc".index(99))
print(b"abc".hex(), b"abc".hex(" "), b"abcdef".hex("-", 2), bytes.fromhex("61 62 63"), b"abc".decode(), b"%d %s" % (5, b"x"), rb"\n", b"abc".translate(None, b"b"), b"a".ljust(3, b"."), b"a\tb".expandtabs(4))
for bad in (lambda: b"a" + "b", lambda: "a" + b"b", lambda: b"abc"[5], lambda: bytes([256]), lambda: bytes(-1), lambda: bytes("abc"), lambda: b"a" in "abc", lambda: "a" in b"abc", lambda: b",".join(["x"]), lambda: b"abc".split(","), lambda: bytes.fromhex("zz"), lambda: bytes([1.5]), lambda: bytes(None), lambda: b"abc".index(b"z"), lambda: b"a"["x"]):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
try:
    b[0] = 1
except TypeError as e:
    print(e)
print(repr(bytes(range(0, 40))), bytes(range(120, 140)), b"\t\r\n", bytes(b"copy"), bytes(bytearray(b"x")), bytes((1, 2)), str(b"x"), f"{b'x'}", b"abc".removeprefix(b"a"))
for byte in b"hi":
    print(byte, chr(byte), f"{byte:08b} {byte:#x}")
