import asyncio


async def forever(fut):
    await fut


def main():
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    fut = loop.create_future()
    t = loop.create_task(forever(fut), name="orphan")
    loop.run_until_complete(asyncio.sleep(0))
    loop.close()
    del t, fut
    print("gone")


main()
