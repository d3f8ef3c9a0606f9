def levenshtein(a, b):
    prev = list(range(len(b) + 1))
    for i, ca in enumerate(a, 1):
        row = [i]
        for j, cb in enumerate(b, 1):
            row.append(min(prev[j] + 1, row[-1] + 1, prev[j - 1] + (ca != cb)))
        prev = row
    return prev[-1]


def lcs(a, b):
    table = [[""] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            table[i + 1][j + 1] = table[i][j] + x if x == y else max(table[i + 1][j], table[i][j + 1], key=len)
    return table[-1][-1]


print(levenshtein("kitten", "sitting"), levenshtein("", "abc"), lcs("thisisatest", "testing123testing"))
MORSE = dict(zip("abcdefghijklmnopqrstuvwxyz", ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --..".split()))
encoded = " ".join(MORSE.get(c, "/") for c in "sos we sink")
decode = {v: k for k, v in MORSE.items()}
print(encoded, "".join(decode.get(c, " ") for c in encoded.split(" ")))


def pig_latin(word):
    i = next((i for i, c in enumerate(word) if c in "aeiou"), len(word))
    return word[i:] + word[:i] + ("way" if i == 0 else "ay")


print(" ".join(map(pig_latin, "the quick apple sings".split())))


def run_length(s):
    out, i = [], 0
    while i < len(s):
        j = i
        while j < len(s) and s[j] == s[i]:
            j += 1
        out.append(f"{j - i}{s[i]}")
        i = j
    return "".join(out)


print(run_length("WWWWBBBWWC"))


def vigenere(text, key, sign=1):
    out, k = [], 0
    for ch in text.upper():
        if ch.isalpha():
            out.append(chr((ord(ch) - 65 + sign * (ord(key[k % len(key)]) - 65)) % 26 + 65))
            k += 1
    return "".join(out)


secret = vigenere("Attack at dawn!", "LEMON")
print(secret, vigenere(secret, "LEMON", -1))
ones = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
tens = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def words(n):
    if n < 20:
        return ones[n]
    if n < 100:
        return tens[n // 10] + (f"-{ones[n % 10]}" if n % 10 else "")
    for size, name in ((10 ** 6, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= size:
            head, tail = divmod(n, size)
            return f"{words(head)} {name}" + (f" {words(tail)}" if tail else "")


for n in (0, 13, 42, 100, 999, 1001, 12345, 1000000, 7654321):
    print(n, words(n))


def luhn(number):
    digits = [int(d) for d in str(number)][::-1]
    return sum(digits[::2] + [sum(divmod(2 * d, 10)) for d in digits[1::2]]) % 10 == 0


print([luhn(n) for n in (49927398716, 49927398717, 1234567812345670)])
print("\n".join("".join("*" if (r & c) == 0 else " " for c in range(8)).rstrip() for r in range(8)))
for verse in range(3, 0, -1):
    s = "s" * (verse != 1)
    print(f"{verse} bottle{s} of milk on the wall, {verse} bottle{s} of milk")
print(*(sorted({"".join(sorted(w)) for w in "listen silent enlist google elgoog".split()})))
