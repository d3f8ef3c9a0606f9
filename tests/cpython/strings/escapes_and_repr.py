print("tab\there\nnew line \\ backslash \' \" quote")
print(repr("tab\t nl\n cr\r bs\\ q' dq\" nul\0 bell\a esc\x1b del\x7f"))
print(repr("it's"), repr('say "hi"'), repr('both \' and "'), repr(""))
print(r"raw \n \t \\", R'\d+', len(r"\n"))
print("\x41\u00e9\u4e2d\U0001f600 \101\60")
print(repr("é中😀\u200b\xa0\xad\u2028"), ascii("é中😀"))
print("line one \
continued")
print("""triple "quoted" string
with 'lines'""")
print('''a
  b''' == "a\n  b")
print("\u2022 bullet", len("\u2022"))
print("a" 'b' """c""", ("implicit "
      "concatenation"))
print(repr("\x00\x01\x1f \x80\x9f\xff"))
print("\'", '\"', "?")
print(repr(str([1, "a", None, 2.5, "it's"])), str(("x",)), str({"k": "v"}))
print(ord("A"), ord("é"), ord("😀"), chr(65), chr(233), chr(128512), hex(ord("中")))
for bad in (lambda: ord("ab"), lambda: ord(""), lambda: chr(1114112), lambda: chr("a"), lambda: ord(5)):
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
