import asyncio


async def job(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0)
    return name


first, second = asyncio.new_event_loop(), asyncio.new_event_loop()
a = first.create_task(job("first loop", 3))
b = second.create_task(job("second loop", 2))
print(second.run_until_complete(b))
print(first.run_until_complete(a))
first.call_soon(print, "left behind")
first.run_until_complete(asyncio.sleep(0))
first.close()
second.close()
