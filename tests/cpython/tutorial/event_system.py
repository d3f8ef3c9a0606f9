class Event:
    def __init__(self, name):
        self.name = name
        self.handlers = []

    def __iadd__(self, handler):
        self.handlers.append(handler)
        return self

    def __isub__(self, handler):
        self.handlers.remove(handler)
        return self

    def __call__(self, *args, **kwargs):
        return [h(*args, **kwargs) for h in list(self.handlers)]


class Button:
    def __init__(self, label):
        self.label = label
        self.clicked = Event("clicked")
        self.hovered = Event("hovered")

    def click(self, times=1):
        for n in range(times):
            self.clicked(self, n=n)


class Logger:
    def __init__(self):
        self.lines = []

    def on_click(self, sender, n):
        self.lines.append(f"{sender.label} click {n}")


log = Logger()
ok = Button("OK")
ok.clicked += log.on_click
ok.clicked += lambda sender, n: print("lambda saw", sender.label, n)
ok.click(2)
ok.clicked -= log.on_click
ok.click()
print(log.lines)
try:
    ok.clicked -= log.on_click
except ValueError as e:
    print(e)


def once(event):
    def register(f):
        def wrapper(*a, **k):
            event.handlers.remove(wrapper)
            return f(*a, **k)
        event.handlers.append(wrapper)
        return f
    return register


@once(ok.hovered)
def first(x):
    return f"first {x}"


@ok.hovered.handlers.append
def always(x):
    return f"always {x}"


print(ok.hovered(1), ok.hovered(2), always)


class Observable:
    def __init__(self, value):
        self._value, self._watchers = value, []

    def watch(self, f):
        self._watchers.append(f)
        return lambda: self._watchers.remove(f)

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, new):
        old, self._value = self._value, new
        if old != new:
            for w in self._watchers:
                w(old, new)


temp = Observable(20)
stop = temp.watch(lambda a, b: print(f"{a} -> {b} ({b - a:+})"))
temp.value = 22
temp.value = 22
temp.value -= 5
stop()
temp.value = 0
print(temp.value)
