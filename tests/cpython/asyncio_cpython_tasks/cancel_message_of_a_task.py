import asyncio


async def coro():
    pass


loop = asyncio.new_event_loop()
t = loop.create_task(coro())
print(t._cancel_message)
t.cancel("my message")
print(t._cancel_message)
try:
    loop.run_until_complete(t)
except asyncio.CancelledError as e:
    print(e.args)

t = loop.create_task(coro())
t.cancel("first")
t.cancel("second")
try:
    loop.run_until_complete(t)
except asyncio.CancelledError as e:
    print(e.args)
loop.close()
