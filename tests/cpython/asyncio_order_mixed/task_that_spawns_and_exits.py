import asyncio

log = []


async def child(n):
    log.append(f"child {n}")
    if n < 3:
        asyncio.create_task(child(n + 1))
    log.append(f"child {n} ends")


async def main():
    asyncio.create_task(child(0))
    for turn in range(6):
        log.append(f"turn {turn}")
        await asyncio.sleep(0)


asyncio.run(main())
print(*log, sep="\n")
