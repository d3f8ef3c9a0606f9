import asyncio
import itertools


async def spin(message):
    frames = []
    for char in itertools.cycle("|/-\\"):
        frames.append(char)
        try:
            await asyncio.sleep(0)
        except asyncio.CancelledError:
            break
    print(f"{message}: {''.join(frames)}")


async def slow_function():
    for _ in range(6):
        await asyncio.sleep(0)
    return 42


async def supervisor():
    spinner = asyncio.create_task(spin("thinking!"))
    result = await slow_function()
    spinner.cancel()
    await spinner
    return result


print("Answer:", asyncio.run(supervisor()))
