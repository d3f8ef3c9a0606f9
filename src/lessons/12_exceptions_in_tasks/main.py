import asyncio


async def fail(what, seconds):
    await asyncio.sleep(seconds)
    raise ValueError(f"{what} failed")  #: raise


async def main():
    task = asyncio.ensure_future(fail("first", 1))  #: ensure
    try:
        await task  #: await
    except ValueError as error:
        print("caught at the await:", error)  #: caught

    task = asyncio.create_task(fail("second", 1))  #: create
    await asyncio.sleep(2)
    print("main was not told")  #: not-told
    print("the task keeps it:", task.exception())  #: asked

    results = await asyncio.gather(fail("third", 1), asyncio.sleep(2, "fine"), return_exceptions=True)  #: gather
    print(results)


asyncio.run(main())
