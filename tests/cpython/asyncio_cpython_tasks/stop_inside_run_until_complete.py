import asyncio

x = 0
loop = asyncio.new_event_loop()


async def task():
    global x
    while x < 10:
        await asyncio.sleep(0.01)
        x += 1
        if x == 2:
            loop.stop()


t = loop.create_task(task())
try:
    loop.run_until_complete(t)
except RuntimeError as e:
    print(e)
print(t.done(), x)
t.cancel()
try:
    loop.run_until_complete(t)
except asyncio.CancelledError:
    print("cancelled")
loop.close()
