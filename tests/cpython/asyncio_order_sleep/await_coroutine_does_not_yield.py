import asyncio

log = []


async def leaf(n):
    log.append(f"leaf {n}")


async def direct():
    for n in range(3):
        await leaf(n)
        log.append(f"after {n}")


async def other():
    log.append("other")


async def main():
    t = asyncio.create_task(other())
    await direct()
    log.append("direct done")
    await t


asyncio.run(main())
print("\n".join(log))
