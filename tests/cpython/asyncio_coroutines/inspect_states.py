import asyncio
import inspect


async def nap():
    print("  inside:", inspect.getcoroutinestate(box[0]))
    await asyncio.sleep(0)


async def main():
    c = nap()
    box.append(c)
    print(inspect.getcoroutinestate(c), c.cr_running, c.cr_await)
    t = asyncio.create_task(c)
    await asyncio.sleep(0)
    print(inspect.getcoroutinestate(c), c.cr_frame.f_lineno, c.cr_code.co_name)
    await t
    print(inspect.getcoroutinestate(c), c.cr_frame)


box = []
asyncio.run(main())
