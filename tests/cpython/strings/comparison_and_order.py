words = ["banana", "Apple", "cherry", "apple", "Banana", "éclair", "zebra", "10", "9", ""]
print(sorted(words))
print(sorted(words, key=str.lower))
print(sorted(words, key=len), sorted(words, key=lambda w: (-len(w), w)))
print("a" < "b", "a" < "B", "abc" < "abd", "abc" < "abcd", "" < "a", "Z" < "a", "é" > "z", "a" <= "a")
print("a" == "a", "a" != "b", "a" == 1, "1" == 1, "a" is not None)
print(max(words), min(words[:-1]), max(words, key=len))
print("apple" < "banana" < "cherry", "10" < "9", int("10") < int("9"))
try:
    "a" < 1
except TypeError as e:
    print(e)
try:
    sorted(["a", 1, None])
except TypeError as e:
    print(e)
print(hash("abc") == hash("abc"), hash("") == hash(""), {"a": 1}["a"])
s = "hello"
t = s
s += " world"
print(s, t, id(t) == id("hello") or True)
print("\u00e9" == "e\u0301", len("\u00e9"), len("e\u0301"))
print("a" in "abc" in "xabcx", "straße" < "strasse")
