class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        self.value += n
        return self.value


counter = Counter()
for i in range(300_000):
    counter.add(i)
print(counter.value)
