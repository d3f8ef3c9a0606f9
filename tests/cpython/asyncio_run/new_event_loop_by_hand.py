import asyncio


async def work(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0)
    return name.upper()


loop = asyncio.new_event_loop()
print("running:", loop.is_running(), "closed:", loop.is_closed())
try:
    print(loop.run_until_complete(work("a", 2)))
    print(loop.run_until_complete(asyncio.wait_for(work("b", 1), 1)))
finally:
    loop.close()
print("running:", loop.is_running(), "closed:", loop.is_closed())
coro = work("c", 1)
try:
    loop.run_until_complete(coro)
except RuntimeError as e:
    print("RuntimeError:", e)
coro.close()
