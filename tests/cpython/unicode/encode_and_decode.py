text = "naïve 中 😀"
for codec in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le"):
    data = text.encode(codec)
    print(codec, len(data), data[:8], data.decode(codec) == text)
for codec in ("ascii", "latin-1"):
    try:
        text.encode(codec)
    except UnicodeEncodeError as e:
        print(e, "|", e.encoding, e.start, e.end, e.reason)
print(text.encode("ascii", "ignore"), text.encode("ascii", "replace"), text.encode("ascii", "xmlcharrefreplace"), text.encode("ascii", "backslashreplace"))
print("é".encode("latin-1"), "é".encode("latin-1", "ignore"), b"\xe9".decode("latin-1"))
for data in (b"\xff\xfe", b"abc\xe4\xb8", b"\xc3(", b"\x80"):
    try:
        data.decode()
    except UnicodeDecodeError as e:
        print(e, "|", e.start, e.end, e.reason, e.object)
    print(repr(data.decode("utf-8", "replace")), repr(data.decode("utf-8", "ignore")), data.decode("utf-8", errors="backslashreplace"))
print(bytes("hé", "utf-8"), str(b"h\xc3\xa9", "utf-8"), str(b"abc"))
try:
    "x".encode("nonsense")
except LookupError as e:
    print(e)
try:
    str(b"abc", 5)
except TypeError as e:
    print(e)
try:
    str("abc", "utf-8")
except TypeError as e:
    print(e)
print("abc".encode("ASCII"), "abc".encode("UTF8"), "abc".encode("Utf-8"), "é".encode("iso-8859-1"))
