import asyncio


async def rows():
    print("open cursor")
    try:
        for i in range(3):
            yield i
    finally:
        print("close cursor")


async def main():
    cursor = rows()
    try:
        async for row in cursor:
            print("row", row)
            if row == 1:
                raise ValueError("bad row")
    except ValueError as e:
        print("caught", e)
    finally:
        await cursor.aclose()
    print("end")


asyncio.run(main())
