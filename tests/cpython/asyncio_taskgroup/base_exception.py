import asyncio


class Fatal(BaseException):
    pass


async def child():
    await asyncio.sleep(0)
    raise ValueError("ordinary")


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(child())
            try:
                await asyncio.sleep(1)
            finally:
                raise Fatal("in the body")
    except BaseExceptionGroup as eg:
        print(type(eg).__name__, [type(e).__name__ for e in eg.exceptions])


asyncio.run(main())
