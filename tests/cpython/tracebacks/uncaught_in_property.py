class Order:
    def __init__(self, lines):
        self.lines = lines

    @property
    def total(self):
        return sum(line.price for line in self.lines)

    def __str__(self):
        return f"order of {self.total}"


print(f"the {Order([1, 2])}")
