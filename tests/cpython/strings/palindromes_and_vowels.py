def is_palindrome(text):
    cleaned = "".join(c.lower() for c in text if c.isalnum())
    return cleaned == cleaned[::-1]


for text in ["A man, a plan, a canal: Panama", "race a car", "Was it a car or a cat I saw?", "", "上海自来水来自海上"]:
    print(f"{text!r}: {is_palindrome(text)}")


def count_vowels(text):
    return {v: text.lower().count(v) for v in "aeiou" if v in text.lower()}


print(count_vowels("Programming in Python is Awesome"))


def caesar(text, shift):
    result = []
    for ch in text:
        if ch.isalpha():
            base = ord("A") if ch.isupper() else ord("a")
            result.append(chr((ord(ch) - base + shift) % 26 + base))
        else:
            result.append(ch)
    return "".join(result)


secret = caesar("Hello, World!", 3)
print(secret, caesar(secret, -3))


def is_anagram(a, b):
    return sorted(a.replace(" ", "").lower()) == sorted(b.replace(" ", "").lower())


print(is_anagram("Dormitory", "dirty room"), is_anagram("abc", "abd"))


def compress(s):
    if not s:
        return ""
    out, run = "", 1
    for a, b in zip(s, s[1:] + "\0"):
        if a == b:
            run += 1
        else:
            out += a + (str(run) if run > 1 else "")
            run = 1
    return out


print(compress("aaabbbccd"), compress("abc"), compress(""))
print(" ".join(w[::-1] for w in "the quick brown fox".split()))
print("".join(sorted(set("mississippi"))), "mississippi".translate(str.maketrans("", "", "s")))
