import asyncio
import time

loop = asyncio.new_event_loop()
log = []


def job():
    time.sleep(0.03)
    log.append("job finished")


async def main():
    loop.run_in_executor(None, job)
    log.append("main returns")


loop.run_until_complete(main())
loop.run_until_complete(loop.shutdown_default_executor())
log.append("executor is down")
loop.close()
print(log)
