import asyncio


async def task(name, delay):
    print(f"Executing task: {name}")  #: begins
    await asyncio.sleep(delay)  #: nap
    print(f"Task {name} finished")  #: ends


async def main():
    tasks = [task("Task 1", 2), task("Task 2", 1), task("Task 3", 3)]
    await asyncio.gather(*tasks)  #: gather


asyncio.run(main())
