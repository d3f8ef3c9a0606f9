ba = bytearray(b"hello")
print(ba, len(ba), ba[0], ba[1:3], type(ba[1:3]).__name__, list(ba)[:2], bytes(ba), ba.decode())
ba[0] = ord("J")
ba.append(33)
ba.extend(b"?!")
ba += b"..."
print(ba)
ba[1:3] = b"EEE"
del ba[-3:]
ba.insert(0, 62)
print(ba, ba.pop(), ba.pop(0), ba)
ba.remove(ord("E"))
ba.reverse()
print(ba, ba.find(b"E"), ba.upper(), ba == bytearray(b"x"), ba == bytes(ba), bytearray(3), bytearray([1, 2]), bytearray("é", "utf-8"))
copy = ba.copy()
ba.clear()
print(ba, copy, bytearray(b"ab") + b"c", b"c" + bytearray(b"ab"), bytearray(b"a") * 3, bytearray(b"a,b").split(b","), b"a" in bytearray(b"abc"))
for bad in (lambda: copy.append(256), lambda: copy.append("a"), lambda: hash(copy), lambda: bytearray("abc"), lambda: copy.remove(0), lambda: bytearray().pop(), lambda: copy.extend("abc")):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
try:
    copy[0] = 300
except ValueError as e:
    print(e)
copy[:] = b"new"
copy[::2] = b"XY"
print(copy, copy.hex(), copy[::-1], sorted(copy), max(copy), {bytes(copy): 1})
buffer = bytearray()
for word in (b"one", b"two"):
    buffer += word + b";"
print(buffer.decode().split(";"), bytearray(b"abc") < b"abd", repr(bytearray(b"'")), str(bytearray(b"x")))
