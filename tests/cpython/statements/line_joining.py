total = 1 + \
    2 + \
    3
print(total)
values = [
    1,  # one
    2,

    3,
]
print(values)
if (total > 5 and
        len(values) == 3):
    print("joined")
text = ("implicit "
        "joining of "
        f"{total} strings")
print(text)
def f(a,
      b=2,
      *,
      c=3,
      ): return a + b + c
print(f(1,
        b=5,
        ))
x = 5; y = 6; print(x, y)
if x: print("one line"); print("same suite")
for i in range(2): print(i, end=","); print(end="|")
print()
class One: a = 1; b = 2
print(One.a, One.b)
result = {
    "key": [
        (1,
         2),
    ],
}["key"][0]
print(result)
assert total == 6, \
    "never"
with_backslash = "a\
b"
print(with_backslash)
print("""first \
second
third""")
# comment at the end \
print("comments do not continue")
lam = lambda a, b=1, \
    *c: (a, b, c)
print(lam(1), lam(1, 2, 3))
print(1 if True else
      2) if x else None
try: print("try"); raise ValueError
except ValueError: print("except")
finally: print("finally")
while x > 3: x -= 1
else: print("else", x)
