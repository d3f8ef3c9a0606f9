from collections import Counter

text = """the cat sat on the mat and the dog sat on the log
the cat and the dog are friends"""
words = Counter(text.split())
print(words.most_common(3))
letters = Counter(ch for ch in text if ch.isalpha())
print(letters.most_common(5), letters["z"])
for word, n in sorted(words.items(), key=lambda kv: (-kv[1], kv[0]))[:4]:
    print(f"{word:<8}{'*' * n}")
first, second = (Counter(line.split()) for line in text.splitlines())
print(first & second)
print(first - second)
print(sum((first | second).values()), (first + second) == words)


def anagrams(a, b):
    return Counter(a) == Counter(b)


print(anagrams("listen", "silent"), anagrams("aab", "abb"))


def can_build(word, letters):
    return not Counter(word) - Counter(letters)


print(can_build("hello", "ohellx"), can_build("hello", "helo"))
stock = Counter(apple=5, pear=2)
stock.subtract(["apple", "apple", "pear", "pear", "pear"])
print(stock, +stock, dict(stock), [item for item, n in stock.items() if n <= 0])
hands = [Counter(h) for h in ("AAKK2", "AAA22", "2345A")]
print([sorted(h.values(), reverse=True) for h in hands])
