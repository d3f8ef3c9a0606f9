import asyncio


async def zero(log):
    for i in range(3):
        log.append(f"zero {i}")
        await asyncio.sleep(0)


async def tiny(log):
    log.append("tiny starts")
    await asyncio.sleep(0.02)
    log.append("tiny ends")


async def main():
    log = []
    await asyncio.gather(tiny(log), zero(log))
    print(log)


asyncio.run(main())
