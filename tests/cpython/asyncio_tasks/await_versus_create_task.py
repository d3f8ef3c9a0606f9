import asyncio


async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(what)


async def sequential():
    await say_after(0.04, "hello")
    await say_after(0.02, "world")


async def concurrent():
    one = asyncio.create_task(say_after(0.06, "hello"))
    two = asyncio.create_task(say_after(0.02, "world"))
    await one
    await two


async def main():
    print("sequential")
    await sequential()
    print("concurrent")
    await concurrent()


asyncio.run(main())
