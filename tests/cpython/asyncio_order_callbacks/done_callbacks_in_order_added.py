import asyncio


async def quick():
    print("quick runs")
    return 5


async def main():
    loop = asyncio.get_running_loop()
    t = asyncio.create_task(quick())
    t.add_done_callback(lambda t: print("first", t.result()))
    t.add_done_callback(lambda t: loop.call_soon(print, "scheduled by second"))
    t.add_done_callback(lambda t: print("third"))
    await t
    print("main resumes")
    t.add_done_callback(lambda t: print("added after the end"))
    print("not called at once")
    await asyncio.sleep(0)
    print("end")


asyncio.run(main())
