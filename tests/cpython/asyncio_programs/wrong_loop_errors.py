import asyncio


async def wait_on(fut):
    return await fut


loop1, loop2 = asyncio.new_event_loop(), asyncio.new_event_loop()
fut = loop1.create_future()
try:
    loop2.run_until_complete(wait_on(fut))
except RuntimeError as e:
    print(str(e).split(" cb=")[0].split(" coro=")[0], "...", str(e).split("got ")[1])
try:
    loop2.run_until_complete(fut)
except ValueError as e:
    print(e)
lock = asyncio.Lock()


async def use(lock, hold):
    async with lock:
        await asyncio.sleep(hold)


async def contend():
    await asyncio.gather(use(lock, 0), use(lock, 0))


loop1.run_until_complete(contend())
try:
    loop2.run_until_complete(contend())
except RuntimeError as e:
    print(str(e).split(" [")[0].split(" at ")[0], str(e).split("] ")[-1].split("> ")[-1])
for l in (loop1, loop2):
    l.run_until_complete(asyncio.sleep(0))
    l.close()
