import asyncio


async def dine(name, first, second):
    async with first:  #: first
        print(f"{name} has one chopstick")  #: one
        await asyncio.sleep(0.1)
        async with second:  #: second
            print(f"{name} eats")  #: eats
            await asyncio.sleep(1)


async def main():
    left, right = asyncio.Lock(), asyncio.Lock()
    try:
        async with asyncio.timeout(3):  # en: else they would sit there for ever  # zh: 否则他们会永远坐着等
            await asyncio.gather(
                asyncio.create_task(dine("Ann", left, right), name="Ann"),
                asyncio.create_task(dine("Bob", right, left), name="Bob"),
            )
    except TimeoutError:
        print("nobody can go on")  #: stuck
    else:
        print("everybody has eaten")  #: fed


asyncio.run(main())
