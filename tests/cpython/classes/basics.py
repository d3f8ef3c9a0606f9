class Dog:
    """A good dog."""

    kind = "canine"

    def __init__(self, name):
        self.name = name
        self.tricks = []

    def add_trick(self, trick):
        self.tricks.append(trick)
        return self

    def __str__(self):
        return f"{self.name} the dog"

    def __repr__(self):
        return f"Dog({self.name!r})"


fido = Dog("Fido")
buddy = Dog("Buddy")
fido.add_trick("roll over").add_trick("play dead")
print(fido, buddy, [fido, buddy])
print(fido.tricks, buddy.tricks)
print(fido.kind, Dog.kind)
fido.kind = "wolf"
print(fido.kind, buddy.kind, Dog.kind)
del fido.kind
print(fido.kind)
print(Dog.__name__, Dog.__doc__, Dog.__module__, Dog.__bases__)
print(fido.__dict__, vars(buddy))
print(type(fido), isinstance(fido, Dog), issubclass(Dog, object))
print(f"{fido}|{fido!r}|{fido!s:>20}|")
print(Dog.add_trick(buddy, "fetch").tricks)
try:
    fido.color
except AttributeError as e:
    print(e)
try:
    Dog.color
except AttributeError as e:
    print(e)
print(getattr(fido, "color", "brown"), hasattr(fido, "name"))
setattr(fido, "age", 3)
print(fido.age)
delattr(fido, "age")
print(hasattr(fido, "age"))
