def grade(score):
    if score >= 90:
        return "A"
    elif score >= 80:
        return "B"
    elif score >= 70:
        return "C"
    else:
        return "F"


for s in (95, 85, 70, 10):
    print(s, grade(s))
if 0: print("no")
elif "": print("no")
else: print("fell to else")
if [] or {} or None: print("no")
else: print("all falsy")
x = 15
print("fizzbuzz" if x % 15 == 0 else "fizz" if x % 3 == 0 else "buzz" if x % 5 == 0 else x)
for i in range(1, 16): print("Fizz" * (i % 3 == 0) + "Buzz" * (i % 5 == 0) or i, end=" ")
print()
if x > 10:
    if x < 20:
        if x != 13:
            print("nested")
pass
if True: pass; print("semi"); x = 1
a = b = c = 0
a += 1; b -= 1; c = a == -b
print(a, b, c)


class Truth:
    def __init__(self, v): self.v = v
    def __bool__(self): print("bool", self.v); return self.v


if Truth(True) and Truth(False) or Truth(True): print("entered")
print(not Truth(False))
while Truth(False): pass
print([1 if Truth(True) else 2], bool(Truth(False)))
assert Truth(True)
result = Truth(False) or "fallback"
print(result, (Truth(True) and "value"))
try:
    if undefined_thing: pass
except NameError as e:
    print(e)
leap = [y for y in (1900, 2000, 2023, 2024) if y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)]
print(leap)
lo, hi, mid = 1, 10, 5
print(lo < mid < hi, lo < mid > hi, not lo > hi, lo if lo else hi)
