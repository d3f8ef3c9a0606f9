import asyncio
import contextlib


async def log_lines():
    try:
        for line in ("start", "ERROR disk", "more"):
            yield line
    finally:
        print("log file closed")


async def main():
    async with contextlib.aclosing(log_lines()) as lines:
        async for line in lines:
            if line.startswith("ERROR"):
                print("found", line)
                break
    print("after the with")


asyncio.run(main())
