import asyncio


async def say(what, turns=1):
    for _ in range(turns):
        await asyncio.sleep(0)
    print(what)


async def main():
    async with asyncio.TaskGroup() as outer:
        outer.create_task(say("outer 1", 4))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(say("inner 1", 2))
            inner.create_task(say("inner 2", 1))
            outer.create_task(say("outer 2, made inside", 1))
        print("inner closed")
    print("outer closed")


asyncio.run(main())
