import asyncio


async def child(n):
    print("  child", n, "starts")
    await asyncio.sleep(0)
    print("  child", n, "resumes")


async def main():
    print("create 1")
    asyncio.create_task(child(1))
    print("create 2")
    t2 = asyncio.create_task(child(2))
    print("before sleep(0)")
    await asyncio.sleep(0)
    print("after first sleep(0)")
    asyncio.create_task(child(3))
    await t2
    print("t2 awaited")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("end")


asyncio.run(main())
