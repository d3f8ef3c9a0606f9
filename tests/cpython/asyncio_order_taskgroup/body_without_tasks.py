import asyncio


async def other():
    print("other ran")


async def main():
    t = asyncio.create_task(other())
    async with asyncio.TaskGroup():
        print("empty group")
    print("left the group without a turn:", not t.done())
    await t


asyncio.run(main())
