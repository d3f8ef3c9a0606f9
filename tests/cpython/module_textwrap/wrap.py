import textwrap

text = "The quick brown fox jumped over the lazy dog. It was a sunny day, and everyone was happy-go-lucky; supercalifragilisticexpialidocious words too."
for line in textwrap.wrap(text, 30):
    print(f"|{line:<30}|")
print(textwrap.fill(text, 40, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(text, 40), textwrap.shorten("short", 40), textwrap.shorten(text, 25, placeholder="..."), textwrap.shorten("a b c d e f g", 10), sep="\n")
print(textwrap.dedent("""
    def f():
        return 1

      odd
    end
"""))
print(textwrap.indent("one\ntwo\n\nthree", "> "), textwrap.indent("a\n\nb", "+ ", lambda l: True), sep="\n")
print(textwrap.wrap("", 10), textwrap.wrap("   lead and trail   ", 10), textwrap.wrap("averyveryverylongword", 8), textwrap.wrap("averyveryverylongword x", 8, break_long_words=False), textwrap.wrap("a-b-c-d-e-f", 4), textwrap.wrap("tab\there\nnew  line", 20))
w = textwrap.TextWrapper(width=20, max_lines=2, placeholder=" [...]")
print(w.fill(text))
print(textwrap.wrap("no hyphen-break here", 10, break_on_hyphens=False), textwrap.fill("x " * 20, 10, drop_whitespace=True), textwrap.wrap("keep   spaces", 8, replace_whitespace=False, drop_whitespace=False), sep="\n")
for bad in (lambda: textwrap.wrap("abc", 0), lambda: textwrap.shorten("aaa bbb", 3), lambda: textwrap.dedent(5), lambda: textwrap.wrap(None)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(repr(textwrap.dedent("\ta\n\t b")), repr(textwrap.dedent("  a\n b")), repr(textwrap.dedent("   \n  x")), textwrap.dedent("""\
    first
      second"""))
