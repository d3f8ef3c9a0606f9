s = "the rain in spain stays mainly"
print(s.find("ain"), s.find("ain", 6), s.find("ain", 6, 9), s.find("zzz"), s.rfind("ain"), s.rfind("ain", 0, 10))
print(s.index("rain"), s.rindex("in"))
for call in (lambda: s.index("zzz"), lambda: s.rindex("zzz"), lambda: s.find(5), lambda: s.count(None)):
    try:
        call()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(s.count("ain"), s.count("a"), "aaaa".count("aa"), "abc".count(""), "".count(""), s.count("n", 5, 12))
print(s.startswith("the"), s.startswith(("x", "th")), s.startswith("rain", 4), s.endswith("ly"), s.endswith(("a", "b")), s.endswith("stays", 0, 23))
print("".startswith(""), "abc".endswith(""), "abc".startswith("", 5))
try:
    s.startswith(["the"])
except TypeError as e:
    print(e)
print("rain" in s, "Rain" in s, "" in s, "x" not in s)
print(s.find(""), s.find("", 100), "abc".find("", 3), "abc".rfind(""))
print("abcabc".find("c", -2), "abcabc".find("a", -100), "abcabc".find("a", 1, -1))
