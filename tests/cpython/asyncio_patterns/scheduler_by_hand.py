from collections import deque


class Scheduler:
    """A tiny event loop made of generators, to see what asyncio does."""

    def __init__(self):
        self.ready = deque()

    def spawn(self, gen):
        self.ready.append(gen)

    def run(self):
        turns = 0
        while self.ready:
            gen = self.ready.popleft()
            turns += 1
            try:
                gen.send(None)
            except StopIteration as stop:
                print("finished with", stop.value)
            else:
                self.ready.append(gen)
        return turns


class Switch:
    def __await__(self):
        yield


async def count(name, n):
    for i in range(n):
        print(name, i)
        await Switch()
    return name


s = Scheduler()
s.spawn(count("a", 2))
s.spawn(count("b", 3))
print(s.run(), "turns")
