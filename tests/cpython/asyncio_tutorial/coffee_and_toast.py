import asyncio
import time


async def brew_coffee():
    print("Start brewing coffee")
    await asyncio.sleep(0.3)
    print("Coffee is ready")
    return "coffee"


async def toast_bagel():
    print("Start toasting the bagel")
    await asyncio.sleep(0.2)
    print("Bagel is toasted")
    return "bagel"


async def main():
    start = time.time()
    results = await asyncio.gather(brew_coffee(), toast_bagel())
    print(f"Breakfast: {results} in about {time.time() - start:.1f} seconds")

    start = time.time()
    coffee = await brew_coffee()
    bagel = await toast_bagel()
    print(f"One by one: {coffee}, {bagel} in about {time.time() - start:.1f} seconds")


if __name__ == "__main__":
    asyncio.run(main())
