import asyncio


async def job():
    try:
        await asyncio.sleep(10)
    finally:
        print("cleanup starts")
        try:
            await asyncio.sleep(1)
            print("cleanup ends")
        except asyncio.CancelledError:
            print("cleanup cancelled")
            raise


async def main():
    t = asyncio.create_task(job())
    await asyncio.sleep(0)
    t.cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError as e:
        print("done", t.cancelled(), repr(e.__context__))
    t2 = asyncio.create_task(job())
    t2.cancel()
    try:
        await t2
    except asyncio.CancelledError:
        print("never started", t2)


asyncio.run(main())
