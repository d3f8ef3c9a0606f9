import io

f = io.StringIO("line one\nline two\nlast")
print(f.read(4), f.readline(), f.readline(), f.read(), repr(f.read()))
f.seek(0)
print(f.readlines(), f.tell())
f.seek(0)
for n, line in enumerate(f, 1):
    print(n, line.rstrip())
out = io.StringIO()
print(out.write("hello "), out.write("world"), out.getvalue(), out.tell())
out.writelines(["\n", "a", "b"])
print("printed", 5, sep=",", file=out)
out.seek(0)
print(repr(out.read()))
out.seek(2)
out.write("XX")
print(repr(out.getvalue()[:10]))
out.truncate(4)
print(repr(out.getvalue()))
with io.StringIO() as s:
    s.write("x")
    print(s.getvalue(), s.closed, s.readable(), s.writable(), s.seekable())
print(s.closed)
for bad in (lambda: s.read(), lambda: s.getvalue(), lambda: io.StringIO(5), lambda: io.StringIO().write(5), lambda: io.StringIO().write(b"x")):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
e = io.StringIO("abc")
e.seek(0, 2)
e.write("def")
print(e.getvalue(), e.readline() == "", next(io.StringIO("x\ny")), list(io.StringIO("1\n2\n")))
b = io.BytesIO(b"bytes here")
print(b.read(5), b.read(), b.getvalue(), b.seek(0), b.readline(), b.write(b"!"), b.getvalue())
text = io.TextIOWrapper(io.BytesIO("é\n中".encode()), encoding="utf-8")
print(text.readlines())
print(io.StringIO("a\r\nb").read() == "a\r\nb", isinstance(f, io.IOBase), io.SEEK_END)
