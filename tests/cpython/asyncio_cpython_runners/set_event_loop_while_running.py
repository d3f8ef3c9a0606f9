import asyncio


async def main():
    return asyncio.get_event_loop() is asyncio.get_running_loop()


print(asyncio.run(main()))
with asyncio.Runner() as runner:
    print(runner.run(main()))
    try:
        inside = asyncio.get_event_loop() is runner.get_loop()
        print(inside)
    except RuntimeError as e:
        print("RuntimeError:", e)
try:
    asyncio.get_event_loop()
except RuntimeError as e:
    print("RuntimeError:", e)
