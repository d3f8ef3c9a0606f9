for w in ("left", "center"):
    print(f"[{w.ljust(10)}] [{w.rjust(10)}] [{w.center(11)}] [{w.ljust(10, '.')}] [{w.center(9, '*')}] [{w.rjust(2)}]")
print("42".zfill(5), "-42".zfill(5), "+7".zfill(4), "abc".zfill(2), "".zfill(3), "--1".zfill(6))
print("a".center(4, "x"), "ab".center(5, "x"), "abc".center(6, "x"), "a".center(3))
print("01\t012\t0123".expandtabs(), "01\t012\t0123".expandtabs(4), "\ta\n\tb".expandtabs(2), "a\tb".expandtabs(0))
try:
    "a".center(5, "ab")
except TypeError as e:
    print(e)
try:
    "a".ljust("5")
except TypeError as e:
    print(e)
table = str.maketrans("aeiou", "12345", "xyz")
print("education xyz".translate(table), table[ord("a")], table[ord("x")])
print("hello".translate({ord("l"): "L", ord("o"): None, "h": "ignored", 101: 69}))
print("abc".translate(str.maketrans({"a": "aa", "b": None})))
try:
    str.maketrans("ab", "c")
except ValueError as e:
    print(e)
print("Hello"[::-1], "Hello"[1:4], "Hello"[-3:], "Hello"[10:], "Hello"[::2], "Hello"[4:1:-1])
print("ab" * 3, 3 * "ab", "ab" * 0, "ab" * -1, "a" "b" 'c')
print(min("hello"), max("hello"), sorted("hello"), list(reversed("abc")), len("日本語"))
