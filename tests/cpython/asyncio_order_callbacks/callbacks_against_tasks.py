import asyncio


async def task(name):
    print("task", name, "step 1")
    await asyncio.sleep(0)
    print("task", name, "step 2")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "callback 1")
    t1 = asyncio.create_task(task("A"))
    loop.call_soon(print, "callback 2")
    t2 = asyncio.create_task(task("B"))
    loop.call_soon(print, "callback 3")
    await t2
    print("t1 done:", t1.done())


asyncio.run(main())
