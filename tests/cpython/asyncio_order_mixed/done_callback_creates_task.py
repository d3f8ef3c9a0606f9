import asyncio


async def first():
    print("first")


async def second():
    print("second")


async def main():
    t = asyncio.create_task(first())
    made = []
    t.add_done_callback(lambda _: made.append(asyncio.create_task(second())))
    t.add_done_callback(lambda _: print("callback after the creator"))
    await t
    print("main resumed, second done:", made[0].done())
    await made[0]


asyncio.run(main())
