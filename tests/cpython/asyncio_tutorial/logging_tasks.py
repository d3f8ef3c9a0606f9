import asyncio
import logging
import sys

logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s", stream=sys.stdout)
log = logging.getLogger("app")


async def job(n):
    log.info("job %d starts", n)
    await asyncio.sleep(0.02 * n)
    if n == 2:
        log.error("job %d fails", n)
        raise ValueError(n)
    log.info("job %d ends", n)


async def main():
    log.debug("not shown")
    results = await asyncio.gather(*(job(n) for n in (1, 2, 3)), return_exceptions=True)
    for r in results:
        if isinstance(r, Exception):
            log.warning("caught %r", r)


asyncio.run(main())
