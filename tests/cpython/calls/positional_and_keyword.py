def describe(name, age, city="Paris"):
    return f"{name} is {age} and lives in {city}"


print(describe("Ana", 30))
print(describe("Bo", age=25))
print(describe(age=41, name="Cy", city="Rome"))
print(describe("Di", 19, "Oslo"))


def power(base, exponent=2, *, negate=False):
    result = base ** exponent
    return -result if negate else result


print(power(3))
print(power(2, 10))
print(power(2, exponent=3, negate=True))
print(power(exponent=0, base=99))

for call in (
    lambda: describe("Ana"),
    lambda: describe("Ana", 30, "Rome", "Italy"),
    lambda: describe("Ana", 30, name="Bea"),
    lambda: describe("Ana", 30, country="Italy"),
    lambda: power(2, 3, True),
    lambda: power(),
):
    try:
        print(call())
    except TypeError as error:
        print("TypeError:", error)
