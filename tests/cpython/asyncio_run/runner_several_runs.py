import asyncio

seen = []


async def step(n):
    seen.append(asyncio.get_running_loop())
    await asyncio.sleep(0)
    return n + 1


with asyncio.Runner() as runner:
    value = 0
    for _ in range(3):
        value = runner.run(step(value))
    print(value)
    print("same loop:", all(l is runner.get_loop() for l in seen))
print("closed:", seen[0].is_closed())
