import asyncio


async def step(name, delay):
    await asyncio.sleep(delay)
    print(name, "finished")


async def main():
    try:
        async with asyncio.timeout(0.05):
            async with asyncio.TaskGroup() as tg:
                tg.create_task(step("quick", 0.01))
                slow = tg.create_task(step("slow", 3))
    except TimeoutError:
        print("out of time; slow cancelled:", slow.cancelled())


asyncio.run(main())
