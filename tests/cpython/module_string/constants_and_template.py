import string

print(string.ascii_lowercase, string.ascii_uppercase, string.digits, string.hexdigits, string.octdigits, string.punctuation, repr(string.whitespace), len(string.printable), string.ascii_letters)
print(string.capwords("hello  big   world"), string.capwords("a-b-c", "-"))
t = string.Template("$who likes ${what}s, costs $$5")
print(t.substitute(who="Ann", what="cat"), t.substitute({"who": "Bob"}, what="dog"), t.safe_substitute(who="Cid"), t.template)
for bad in (lambda: t.substitute(who="x"), lambda: string.Template("$").substitute(), lambda: string.Template("a $1").substitute(), lambda: string.Template("line\n $ x").substitute()):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(string.Template("$x-$x").substitute(x=1), string.Template("no vars").substitute(), t.get_identifiers(), t.is_valid())
print("".join(c for c in "Hello, World! 123" if c not in string.punctuation + string.digits))
print(list(string.Formatter().parse("a{b!r:>5}c{}d{{")))
print(string.Formatter().format("{0} {x}", 1, x=2), string.Formatter().vformat("{k}", (), {"k": "v"}))


class Shout(string.Formatter):
    def format_field(self, value, spec):
        return super().format_field(value, spec).upper()


print(Shout().format("{} and {name}", "a", name="b"))
words = {}
for w in "The end. The start, the middle!".lower().translate(str.maketrans("", "", string.punctuation)).split():
    words[w] = words.get(w, 0) + 1
print(words)


def caesar(s, k):
    low = string.ascii_lowercase
    return s.translate(str.maketrans(low, low[k:] + low[:k]))


print(caesar("hello zebra", 3), caesar(caesar("hello", 5), 21), sum(c in string.ascii_uppercase for c in "Hello World"))
