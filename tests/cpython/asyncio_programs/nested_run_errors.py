import asyncio


async def inner():
    return 1


async def main():
    c = inner()
    try:
        asyncio.run(c)
    except RuntimeError as e:
        print(e)
    c.close()
    loop = asyncio.get_running_loop()
    c = inner()
    try:
        loop.run_until_complete(c)
    except RuntimeError as e:
        print(e)
    c.close()
    other = asyncio.new_event_loop()
    c = inner()
    try:
        other.run_until_complete(c)
    except RuntimeError as e:
        print(e)
    c.close()
    other.close()
    try:
        loop.close()
    except RuntimeError as e:
        print(e)


asyncio.run(main())
for bad in (inner, 1, "x"):
    try:
        asyncio.run(bad)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, str(e).split(" at 0x")[0])
try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e)
