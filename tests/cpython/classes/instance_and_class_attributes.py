class Config:
    defaults = {"debug": False}
    level = 1

    def raise_level(self):
        self.level += 1


a, b = Config(), Config()
a.raise_level()
print(a.level, b.level, Config.level)
a.defaults["debug"] = True
print(b.defaults)
Config.level = 10
print(a.level, b.level)
Config.added = lambda self: f"added sees level {self.level}"
print(a.added(), b.added())
a.added = lambda: "own"
print(a.added(), b.added())


class Body:
    x = 1
    y = x + 1
    squares = [n * n for n in range(4)]
    if y > 1:
        big = True
    for i in range(3):
        pass

    def method(self):
        return Body.x


print(Body.y, Body.squares, Body.big, Body.i, Body().method())
try:
    class Broken:
        base = 2
        items = [base * n for n in range(3)]
except NameError as e:
    print(e)
print(sorted(k for k in vars(Body) if not k.startswith("__")))
