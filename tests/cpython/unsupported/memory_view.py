view = memoryview(bytearray(b"abc"))
print(bytes(view[1:]))
