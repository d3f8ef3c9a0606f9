half = "\ud800"
print(len(half), repr(half), ascii(half), half == "\ud800", hex(ord(half)))
try:
    half.encode()
except UnicodeEncodeError as e:
    print(e)
print(half.encode("utf-8", "surrogatepass"), half.encode("utf-8", "replace"))
escaped = b"caf\xe9".decode("utf-8", "surrogateescape")
print(repr(escaped), len(escaped), escaped.encode("utf-8", "surrogateescape"))
print(repr("\ud83d" + "\ude00"), len("\ud83d\ude00"), "\ud83d\ude00" == "\U0001f600")
try:
    print(half)
except UnicodeEncodeError as e:
    print("not printable:", e.reason)
