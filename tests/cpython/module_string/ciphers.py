import string


def rot(text, n):
    up, low = string.ascii_uppercase, string.ascii_lowercase
    return text.translate(str.maketrans(up + low, up[n:] + up[:n] + low[n:] + low[:n]))


print(rot("Hello, World!", 13), rot(rot("Hello, World!", 13), 13), [rot("IBM", -1 % 26)])


def atbash(text):
    return text.translate(str.maketrans(string.ascii_lowercase, string.ascii_lowercase[::-1]))


print(atbash("wizard"), atbash(atbash("round trip")))


def strength(password):
    classes = {"lower": string.ascii_lowercase, "upper": string.ascii_uppercase, "digit": string.digits, "symbol": string.punctuation}
    return {name: sum(c in chars for c in password) for name, chars in classes.items()}


print(strength("P@ssw0rd!"))


def base36(n):
    digits = string.digits + string.ascii_lowercase
    out = []
    while n:
        n, r = divmod(n, 36)
        out.append(digits[r])
    return "".join(reversed(out)) or "0"


print(base36(123456789), int(base36(123456789), 36), base36(0))
letter = string.Template("""Dear $title $name,
Your balance is $$$amount.
$closing""")
print(letter.safe_substitute(title="Dr", name="Who", amount="5.00"))
print(letter.substitute(dict(title="Ms", name="X"), amount=1, closing="Bye"))
print("".join(sorted(set(string.ascii_lowercase) - set("the quick brown fox jumps over the dog"))))
rail = lambda text, n: "".join(text[i::n] for i in range(n))
print(rail("defendtheeastwall", 3), string.capwords("the ALMIGHTY loaf"), string.hexdigits[:16], string.ascii_letters[24:28])
histogram = {c: 0 for c in string.ascii_lowercase}
for ch in "Mississippi River".lower():
    if ch in histogram:
        histogram[ch] += 1
print({c: n for c, n in histogram.items() if n})
print("-".join(string.digits), string.whitespace.isspace(), all(c in string.printable for c in "Hi!\n"), string.punctuation[::4])
