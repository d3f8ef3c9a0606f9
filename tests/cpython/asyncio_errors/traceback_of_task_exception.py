import asyncio
import traceback


async def deepest():
    raise ZeroDivisionError("here")


async def middle():
    await deepest()


async def top():
    await middle()


async def main():
    task = asyncio.create_task(top())
    await asyncio.wait([task])
    for frame in traceback.extract_tb(task.exception().__traceback__):
        print(frame.name, frame.lineno, frame.line)
    print(traceback.format_exception_only(task.exception()))


asyncio.run(main())
