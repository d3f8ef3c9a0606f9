class Base:
    def __init__(self):
        self.ready = True


class Child(Base):
    def __init__(self, name):
        self.name = name


c = Child("x")
print(c.name)
print(c.ready)
