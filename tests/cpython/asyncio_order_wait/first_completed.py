import asyncio


async def racer(name, delay):
    await asyncio.sleep(delay)
    print(name, "crosses the line")
    return name


async def main():
    tasks = [
        asyncio.create_task(racer("turtle", 0.09), name="turtle"),
        asyncio.create_task(racer("hare", 0.03), name="hare"),
        asyncio.create_task(racer("dog", 0.06), name="dog"),
    ]
    pending = set(tasks)
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        print("done:", [t.result() for t in done], "pending:", sorted(t.get_name() for t in pending))


asyncio.run(main())
