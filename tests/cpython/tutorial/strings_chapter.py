word = "Python"
print(word[0], word[5], word[-1], word[-6], word[0:2], word[2:5], word[:2] + word[2:], word[4:42], word[42:] == "")
try:
    word[42]
except IndexError as e:
    print("IndexError:", e)
try:
    word[0] = "J"
except TypeError as e:
    print("TypeError:", e)
print("J" + word[1:], len(word), 3 * "un" + "ium", "Py" "thon")
print("""\
Usage: thingy [OPTIONS]
     -h                        Display this usage message
     -H hostname               Hostname to connect to
""")
print('doesn\'t', "doesn't", '"Yes," they said.', "\"Yes,\" they said.", r"C:\some\name", "C:\\some\\name")
text = "the quick brown fox"
print(text.title(), text.capitalize(), text.upper(), text.count("o"), text.find("quick"), text.replace("quick", "slow"), text.split(), text.startswith("the"))
print("-".join(text.split()), text[::-1], text.center(30, "*"), " pad ".strip(), "abc" in text, sorted(set(text.replace(" ", "")))[:5])
for i, ch in enumerate("abc"):
    print(i, ch, ord(ch), chr(ord(ch) + 1), ch * (i + 1))
name, age = "Ann", 30
print("My name is %s and I am %d" % (name, age))
print("My name is {} and I am {}".format(name, age))
print(f"My name is {name} and I am {age}, next year {age + 1}")
vowels = [c for c in text if c in "aeiou"]
print(len(vowels), "".join(vowels))
print("yes" if "fox" in text else "no", text.isalpha(), "abc".isalpha(), "123".isdigit(), " ".isspace())
lines = "first\nsecond\n\nfourth".split("\n")
print(lines, [len(l) for l in lines], "\n".join(reversed(lines)))
s = "racecar"
print(s == s[::-1], s == "".join(reversed(s)))
print("a,b;c".replace(";", ",").split(","), "key: value".partition(": "), "x".zfill(3), "3".rjust(4, "0"))
print(str(12) + "34", int("12") + 34, "12" * 3, repr("it's"), str(None), str([1, "a"]))
