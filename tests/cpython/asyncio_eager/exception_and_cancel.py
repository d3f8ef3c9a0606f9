import asyncio


async def fails():
    raise ValueError("at once")


async def cancels():
    raise asyncio.CancelledError("self")


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    t = asyncio.create_task(fails())
    print(t.done(), repr(t.exception()))
    t = asyncio.create_task(cancels())
    print(t.done(), t.cancelled())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fails())
            print("body goes on after the failure")
            await asyncio.sleep(0)
            print("but not past an await")
    except* ValueError as eg:
        print(eg.exceptions)


asyncio.run(main())
