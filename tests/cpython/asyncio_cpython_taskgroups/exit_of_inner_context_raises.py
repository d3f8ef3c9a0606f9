import asyncio
import contextlib


class CustomException(Exception):
    pass


async def fail():
    raise CustomException("child")


@contextlib.asynccontextmanager
async def database():
    try:
        yield
    finally:
        raise CustomException("close")


async def main():
    task = asyncio.current_task()
    try:
        async with asyncio.TaskGroup() as tg:
            async with database():
                tg.create_task(fail())
                await asyncio.sleep(1)
    except* CustomException as eg:
        print(task.cancelling(), eg.exceptions)


asyncio.run(main())
