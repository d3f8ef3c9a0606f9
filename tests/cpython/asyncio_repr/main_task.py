import asyncio
import re


async def main():
    text = repr(asyncio.current_task())
    print(re.sub(r" cb=\[.*\]", " cb=[...]", text))
    print(re.findall(r"cb=\[(\w+)\(\)", text))


asyncio.run(main())
