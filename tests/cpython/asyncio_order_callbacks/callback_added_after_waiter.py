import asyncio


async def waiter(name, fut):
    value = await fut
    print(name, value)


async def main():
    fut = asyncio.get_running_loop().create_future()
    fut.add_done_callback(lambda f: print("callback early"))
    w1 = asyncio.create_task(waiter("w1", fut))
    w2 = asyncio.create_task(waiter("w2", fut))
    await asyncio.sleep(0)
    fut.add_done_callback(lambda f: print("callback late"))
    fut.set_result("value")
    print("set_result returned")
    await w2
    print("main sees w1 done:", w1.done())


asyncio.run(main())
