class Pause:
    def __await__(self):
        yield "paused"


async def worker():
    try:
        await Pause()
    except ValueError as e:
        print("worker caught", e)
        await Pause()
    finally:
        print("worker finally")
    return "done"


c = worker()
print(c.send(None))
print(c.throw(ValueError("poke")))
try:
    c.send(None)
except StopIteration as stop:
    print(stop.value)

c = worker()
c.send(None)
c.close()
print("closed")
c.close()

c = worker()
c.send(None)
try:
    c.throw(KeyError("other"))
except KeyError as e:
    print("KeyError came out", e)


async def ignores_exit():
    try:
        await Pause()
    except GeneratorExit:
        await Pause()


c = ignores_exit()
c.send(None)
try:
    c.close()
except RuntimeError as e:
    print("RuntimeError:", e)
