import asyncio
import logging
import re
import time


class Collect(logging.Handler):
    def emit(self, record):
        message = re.sub(r"[\d.]+ seconds", "N seconds", record.getMessage())
        print(record.levelname, re.sub(r"<Task .*>", "<Task>", message))


logging.getLogger("asyncio").addHandler(Collect())


async def main():
    asyncio.get_running_loop().slow_callback_duration = 0.05
    time.sleep(0.01)
    await asyncio.sleep(0)
    print("quick step passed")
    time.sleep(0.1)
    await asyncio.sleep(0)
    print("slow step passed")


asyncio.run(main(), debug=True)
