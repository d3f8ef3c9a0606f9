import asyncio


def plain():
    return 5


async def main():
    for thing in (plain, plain(), None, "text", [asyncio.sleep(0)]):
        try:
            await thing
        except TypeError as e:
            print(e)
        if isinstance(thing, list):
            thing[0].close()


asyncio.run(main())
