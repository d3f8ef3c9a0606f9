import asyncio


async def mirror(name, delay):
    try:
        await asyncio.sleep(delay)
        return f"file from {name}"
    except asyncio.CancelledError:
        print(name, "not needed")
        raise


async def main():
    tasks = [asyncio.create_task(mirror("slow", 0.2)), asyncio.create_task(mirror("fast", 0.02))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for t in pending:
        t.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    print(done.pop().result())


asyncio.run(main())
