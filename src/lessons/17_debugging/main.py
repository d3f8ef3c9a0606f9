import asyncio
import logging
import time


class Console(logging.Handler):
    def emit(self, record):
        if record.name == "asyncio":  # en: what debug mode complains about  # zh: 调试模式发出的警告
            seconds = float(record.getMessage().split()[-2])
            print(f"slow: {seconds:.1f} s without an await")  #: slow
        else:
            print(f"{asyncio.current_task().get_name()}: {record.getMessage()}")


async def parse(size):
    log.info("%d bytes to parse", size)  #: log
    time.sleep(size / 100)  #: block
    await asyncio.sleep(0.5)


async def main():
    asyncio.get_running_loop().slow_callback_duration = 0.2  # en: in seconds  # zh: 单位是秒
    async with asyncio.TaskGroup() as group:
        for size in (10, 40):
            group.create_task(parse(size), name=f"parse-{size}")
        print(sorted(task.get_name() for task in asyncio.all_tasks()))  #: names


logging.basicConfig(level=logging.INFO, handlers=[Console()])
log = logging.getLogger("app")
asyncio.run(main(), debug=True)
