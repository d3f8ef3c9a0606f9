import asyncio


async def averager():
    total = count = 0
    average = None
    while True:
        try:
            value = yield average
        except ValueError as e:
            print("reset:", e)
            total = count = 0
            average = None
            continue
        await asyncio.sleep(0)
        total += value
        count += 1
        average = total / count


async def main():
    gen = averager()
    await gen.asend(None)
    for v in (10, 20, 60):
        print(await gen.asend(v))
    print(await gen.athrow(ValueError("start over")))
    print(await gen.asend(4))
    await gen.aclose()
    try:
        await gen.asend(1)
    except StopAsyncIteration as e:
        print("StopAsyncIteration", e.args)


asyncio.run(main())
