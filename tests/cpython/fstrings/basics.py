name, age, price = "Ann", 30, 1234.5678
print(f"{name} is {age}", f'{name!r} {name!s} {name!a}', f"{age + 1} {age * 2 > 50}")
print(f"{price:.2f}|{price:,.1f}|{price:10.3f}|{price:<12}|{price:>12}|{price:^12}|{price:e}|{price:g}|{price:.0f}|{price:%}")
print(f"{age:5}|{age:<5}|{age:^5}|{age:05}|{age:+}|{age:b}|{age:o}|{age:x}|{age:X}|{age:#x}|{age:#010b}|{age:c}|{1000000:,}|{1000000:_}")
print(f"{name:10}|{name:>10}|{name:^10}|{name:*^10}|{name:.2}|{name:>6.2}|")
width, precision = 12, 3
print(f"{price:{width}.{precision}f}|{name:{'>'}{width}}|{name:{'*^' + str(width)}}|")
print(f"{{literal}} {{{age}}} {'nested ' + f'{name}'} {'a' if age > 18 else 'b'}")
print(f"{age=} {name=} {age + 1 = } {price=:.1f} {name=!s} {name = !r:>8}")
print(f"{[x * 2 for x in range(3)]} {({'k': 1})['k']} {(lambda x: x + 1)(2)} {len(name):03}")
print(f"multi {name} " "plain {not} " f"{age}" rf"\d{age}" fr"\{name}")
print(f"""triple
{name:>5}
  {age}""")
print(f"{name.upper()!r:>10} {name[0]} {name[::-1]} {', '.join('abc')}")
print(f"{'quote'} {"same quotes"} {'a' 'b'} {"\n".join(["x", "y"])}")
print(f"{True} {None} {...} {3+4j} {1_000} {b'x'} {int}")
print(f"{age!r:^{width}}", f"{'':->20}", f"{'x':\u4e2d<4}", f"{3.0} {1e20} {1e16} {1e-5}")
print(f"{
    age
    + 1
} {name  # comment
}")
