import asyncio


async def ok(n):
    await asyncio.sleep(0.06)
    print("ok", n, "still finished")
    return n


async def fail(after, error):
    await asyncio.sleep(after)
    print("raising", error)
    raise error


async def main():
    try:
        await asyncio.gather(ok(1), fail(0.03, ValueError("second")), fail(0.01, TypeError("first")))
    except Exception as e:
        print("gather raised", repr(e))
    print("the others are not cancelled")
    await asyncio.sleep(0.08)


asyncio.run(main())
