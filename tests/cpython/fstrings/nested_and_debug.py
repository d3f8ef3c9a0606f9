x, y, name, items = 3, 4.5, "Ann", [1, 2, 3]
print(f"{x=}, {y=}, {name=}, {items=}")
print(f"{x + y=}, {x  +  y = }, {name.upper()=}, {len(items)=:>5}, {items[0]=}")
print(f"{name=!s:>10}|{name=:>10}|{y=:.3f}|{x=:04d}|{name = !r}|")
print(f"{x:{x}}|{y:{x + 5}.{x - 1}f}|{name:{'*'}^{x * 4}}|{x:{'0'}{6}}|{name:{'<' if x > 2 else '>'}8}|")
print(f"{f'{x}'}{f'{f'{name}'}'} {f"{x!r:>{4}}"} {'{'}{'}'} {{}} {{{x}}} {{{{{x}}}}}")
print(f"{'a' if x > 1 else 'b'} {x if x else y} {[i for i in items]} { {k: v for k, v in zip('ab', items)} } {(lambda q: q * 2)(x)} {x, y} {*items, 4}")
print(f"{x!s}{x!r}{x!a} {'é'!a} {name!r:^9} {'tab\t'!r} {"dq"} {'it''s'}")
print(f"""{
    x
    +
    1
} and {
    name
    .lower()
}""")
print(f"{x:}{x!r:}" f"|{'':>3}|" "plain {x}" rf"\n{x}\t" f'\n' f"\x41\u0042{chr(67)}")
print(f"{x:%}" f" {y:,.2f} {1234567:,} {1e6:_} {255:#x} {-5:+d} {x:b} {True:d} {None!s:>6} {'':5}|")
print(f"{'nested quotes: ' + "inner" + f'{"deep"}'}", f'{name + ' single ' + "double"}')
width = 10
for label, value in {"one": 1, "two": 2.25}.items():
    print(f"{label:.<{width}}{value:.>{width}.2f}")
class Custom:
    def __format__(self, spec): return f"<{spec}>"
    def __repr__(self): return "R"
    def __str__(self): return "S"
c = Custom()
print(f"{c} {c!r} {c!s} {c:abc} {c:{x}{y}} {c!r:>3} {c=} {c=!s} {c=:q} {c:%H:%M} {c:a{x}b{'}'}c}")
import datetime
d = datetime.date(2024, 2, 29)
print(f"{d} {d:%Y/%m/%d} {d!r} {d:%A, %d %B} {d=}")
try:
    f"{undefined}"
except NameError as e:
    print(e)
try:
    f"{x:{'bad'}}"
except ValueError as e:
    print(e)
print(f"{x}" == str(x), f"", f"{''}", f"{x}{y}{name}", len(f"{x:>100}"), f"{x:*>4}")
print(f"{items[1:]} {items[-1]} {name[::-1]} {dict(a=1)['a']} {x == 3} {x != 3 and y} {not x} {x:=^7} {(z := 5)} {z}")
print(f'{1:{2}{3}}', f"{'x':{'^'}{'5'}}", f"{3.14159:.{2}f}", f"{10:{'x'}}", "{}".format(f"{x}"), "%s" % f"{y}")
