import asyncio


async def step(label, log):
    log.append(label)
    await asyncio.sleep(0)
    return label


async def run(log):
    for i in range(3):
        try:
            if i == 1:
                continue
            await step(f"body {i}", log)
            if i == 2:
                return "returned from try"
        finally:
            await step(f"finally {i}", log)
    else:
        await step("else", log)


async def loops(log):
    n = 0
    while await asyncio.sleep(0, n < 3):
        n += 1
        if n == 2:
            break
        await step(f"while {n}", log)
    else:
        log.append("not reached")
    match await step("match", log):
        case "match":
            log.append("matched")


async def main():
    log = []
    print(await run(log))
    await loops(log)
    print(log)


asyncio.run(main())
