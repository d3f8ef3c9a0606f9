import asyncio


async def hello(i):
    print(f"hello {i} started")
    await asyncio.sleep(0.02 * (3 - i))
    print(f"hello {i} done")
    return i


async def main():
    loop = asyncio.get_event_loop()
    futures = [loop.create_task(hello(i)) for i in range(3)]
    print("Got:", await asyncio.gather(*futures))
    future = loop.create_future()
    loop.call_later(0.01, future.set_result, "later")
    print(await future)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
