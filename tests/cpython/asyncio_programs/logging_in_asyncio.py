import asyncio
import logging

logging.basicConfig(level=logging.DEBUG, format="%(levelname)s:%(name)s:%(message)s")
log = logging.getLogger("app")


async def worker(n):
    log.info("worker %d starts", n)
    await asyncio.sleep(0.01 * n)
    log.debug("worker %d ends", n)


async def main():
    async with asyncio.TaskGroup() as tg:
        for n in range(2):
            tg.create_task(worker(n))
    try:
        raise ValueError("logged")
    except ValueError:
        log.exception("it failed")


asyncio.run(main())
