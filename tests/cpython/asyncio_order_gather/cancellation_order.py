import asyncio


async def child(n):
    try:
        await asyncio.sleep(10)
    finally:
        print("child", n, "unwinds")


async def main():
    kids = [asyncio.create_task(child(n)) for n in range(3)]
    await asyncio.sleep(0)

    async def parent():
        try:
            await asyncio.gather(kids[2], kids[0], kids[1])
        finally:
            print("parent unwinds")

    p = asyncio.create_task(parent())
    await asyncio.sleep(0)
    p.cancel()
    print("cancel requested")
    await asyncio.wait([p])
    print("all done:", all(k.cancelled() for k in kids))


asyncio.run(main())
