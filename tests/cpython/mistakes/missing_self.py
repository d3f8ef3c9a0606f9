class Counter:
    def increment():
        self.count += 1


c = Counter()
c.increment()
