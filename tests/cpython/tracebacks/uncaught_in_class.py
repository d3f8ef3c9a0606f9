class Inventory:
    def __init__(self, items):
        self.items = {name: self.check(count) for name, count in items.items()}

    @staticmethod
    def check(count):
        if not isinstance(count, int):
            raise TypeError(f"count must be int, not {type(count).__name__}")
        return count


print(Inventory({"a": 1}).items)
print(Inventory({"a": 1, "b": "two"}).items)
