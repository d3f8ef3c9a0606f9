class Animal:
    def __init__(self, name):
        self.name = name

    def speak(self):
        raise NotImplementedError("Subclass must implement")

    def introduce(self):
        return f"I am {self.name} and I say {self.speak()}"


class Dog(Animal):
    def speak(self):
        return "Woof"


class Cat(Animal):
    def __init__(self, name, lives=9):
        super().__init__(name)
        self.lives = lives

    def speak(self):
        return "Meow"


class Kitten(Cat):
    def speak(self):
        return super().speak().lower() + "?"


for animal in (Dog("Rex"), Cat("Tom"), Kitten("Kit", lives=8)):
    print(animal.introduce(), getattr(animal, "lives", None))

print(Kitten.__mro__)
print([c.__name__ for c in Kitten.mro()])
print(issubclass(Kitten, Animal), isinstance(Kitten("x"), (int, Cat)))
print(Cat.__subclasses__())
try:
    Animal("generic").introduce()
except NotImplementedError as e:
    print(repr(e))
print(type(Kitten("a")) is Kitten, type(Kitten("a")) == Cat)
