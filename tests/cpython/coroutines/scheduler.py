from collections import deque


class Sleep:
    def __init__(self, turns):
        self.turns = turns

    def __await__(self):
        for left in range(self.turns, 0, -1):
            yield left


class Loop:
    def __init__(self):
        self.ready = deque()
        self.results = {}

    def spawn(self, name, coro):
        self.ready.append((name, coro))

    def run(self):
        turn = 0
        while self.ready:
            turn += 1
            name, coro = self.ready.popleft()
            try:
                left = coro.send(None)
                print(f"{turn:2} {name} waits ({left})")
                self.ready.append((name, coro))
            except StopIteration as stop:
                self.results[name] = stop.value
                print(f"{turn:2} {name} finished with {stop.value!r}")
            except Exception as error:
                self.results[name] = error
                print(f"{turn:2} {name} failed: {error}")


async def worker(name, *turns):
    total = 0
    for t in turns:
        await Sleep(t)
        total += t
    return f"{name}:{total}"


async def failing():
    await Sleep(2)
    raise ValueError("broken")


async def parent(loop):
    loop.spawn("child", worker("child", 1))
    result = await worker("direct", 2, 1)
    return result.upper()


loop = Loop()
loop.spawn("a", worker("a", 1, 2))
loop.spawn("b", worker("b", 3))
loop.spawn("f", failing())
loop.spawn("p", parent(loop))
loop.run()
print(loop.results)
