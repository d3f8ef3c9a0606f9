import asyncio


def chain(e):
    parts = []
    while e is not None:
        parts.append(type(e).__name__ + ("*" if e.__cause__ is not None else ""))
        e = e.__context__
    return " < ".join(parts)


async def main():
    try:
        async with asyncio.timeout(0.01):
            try:
                1 / 0
            finally:
                await asyncio.sleep(1)
    except TimeoutError as e:
        print(chain(e))

    async def crash():
        try:
            await asyncio.sleep(1)
        finally:
            1 / 0

    try:
        async with asyncio.timeout(0.01):
            await crash()
    except ZeroDivisionError as e:
        print(chain(e))

    try:
        async with asyncio.timeout(0.01):
            try:
                try:
                    raise ValueError
                finally:
                    await asyncio.sleep(1)
            finally:
                try:
                    raise KeyError
                finally:
                    1 / 0
    except ZeroDivisionError as e:
        print(chain(e))


asyncio.run(main())
