import asyncio


async def producer(fut):
    print("producer: working")
    await asyncio.sleep(0.03)
    fut.set_result([1, 2, 3])
    print("producer: delivered, consumers run later")


async def consumer(name, fut):
    print(name, "waits")
    data = await fut
    print(name, "received", sum(data))


async def main():
    fut = asyncio.get_running_loop().create_future()
    await asyncio.gather(consumer("c1", fut), consumer("c2", fut), producer(fut))


asyncio.run(main())
