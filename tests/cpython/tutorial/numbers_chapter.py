print(2 + 2, 50 - 5 * 6, (50 - 5 * 6) / 4, 8 / 5)
print(17 / 3, 17 // 3, 17 % 3, 5 * 3 + 2, 5 ** 2, 2 ** 7)
width = 20
height = 5 * 9
print(width * height, 4 * 3.75 - 1)
tax = 12.5 / 100
price = 100.50
print(price * tax, round(price + price * tax, 2))
try:
    n
except NameError as e:
    print("NameError:", e)
for a, b in ((7, 2), (-7, 2), (7, -2), (-7, -2)):
    print(f"{a} // {b} = {a // b}, {a} % {b} = {a % b}, check {a // b * b + a % b == a}")
print(1e3, 1_000_000, 0x1F, 0b101, 0o17, 3e-4, type(1), type(1.0), type(1j), type(True))
print(10 / 2, 10 // 2, 10.0 // 3, int(3.99), round(3.5), round(4.5), abs(-3.2))
celsius = [0, 10, 25.5, 37, 100]
for c in celsius:
    print(f"{c:>6} °C is {c * 9 / 5 + 32:>6.1f} °F")
x = y = z = 0
x += 5
y -= 2
z = x * y
print(x, y, z, x > y, x == -y, not z)
print(max(3, 7, 5), min(3, 7, 5), sum([3, 7, 5]), sum([3, 7, 5]) / 3, pow(2, 8), divmod(23, 5))
hours, minutes = divmod(500, 60)
print(f"500 minutes are {hours} h {minutes} min")
print(0.1 + 0.1 + 0.1 == 0.3, abs(0.1 + 0.1 + 0.1 - 0.3) < 1e-9, 1 / 3)
print((1 + 2j) * (3 - 1j), (3 + 4j).real, abs(3 + 4j))
total = 0
for n in range(1, 11):
    total += n
print(total, 10 * 11 // 2)
balance = 1000
for year in range(1, 4):
    balance *= 1.05
    print(year, f"{balance:.2f}")
