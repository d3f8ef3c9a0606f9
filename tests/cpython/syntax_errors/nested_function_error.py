class Shop:
    def __init__(self):
        self.items = []

    def add(self, item):
        if item:
            self.items.append(item
        return self

    def total(self):
        return len(self.items)
