import asyncio


async def main():
    for thing in (asyncio.Lock(), asyncio.Semaphore(), asyncio.Condition()):
        try:
            with thing:
                print("never")
        except TypeError as e:
            print(type(thing).__name__, "->", e)


asyncio.run(main())
