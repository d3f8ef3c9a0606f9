import asyncio


async def exc():
    raise ZeroDivisionError("err")


async def main():
    a = asyncio.create_task(asyncio.sleep(10))
    b = asyncio.create_task(exc())
    done, pending = await asyncio.wait([b, a], return_when=asyncio.FIRST_EXCEPTION)
    print(done == {b}, pending == {a}, repr(b.exception()))
    done, pending = await asyncio.wait([a], timeout=0.02)
    print(done, pending == {a})
    a.cancel()


asyncio.run(main())
