import asyncio


async def sibling():
    try:
        print("sibling: sleeping")
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("sibling: cancelled")
        raise


async def faulty():
    await asyncio.sleep(0.02)
    print("faulty: raising")
    raise ValueError("boom")


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(sibling())
            tg.create_task(faulty())
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                print("body: cancelled")
                raise
            print("not reached")
    except* ValueError as eg:
        print("handler:", eg.exceptions)
    print("main task asked to cancel:", asyncio.current_task().cancelling())


asyncio.run(main())
