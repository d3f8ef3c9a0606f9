import asyncio


async def wash(what, seconds):
    print(f"{what}: washing")  #: begins
    await asyncio.sleep(seconds)  #: washing
    return f"clean {what}"


async def main():
    task = asyncio.create_task(wash("shirts", 2), name="wash")  #: create
    print("created, but not started")  #: not-started
    await asyncio.sleep(0)
    print("it is on its way; main reads a book")  #: book
    await asyncio.sleep(1)
    print("finished?", task.done())
    result = await task  #: wait
    print("finished?", task.done(), "-", result)


asyncio.run(main())
