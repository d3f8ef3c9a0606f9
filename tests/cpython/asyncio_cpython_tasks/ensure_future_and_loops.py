import asyncio


async def notmuch():
    return "ok"


loop, other = asyncio.new_event_loop(), asyncio.new_event_loop()
t = asyncio.ensure_future(notmuch(), loop=loop)
print(t.get_loop() is loop, loop.run_until_complete(t))
done = loop.create_future()
done.set_result("ko")
print(asyncio.ensure_future(done) is done, asyncio.ensure_future(done, loop=loop) is done)
try:
    asyncio.ensure_future(done, loop=other)
except ValueError as e:
    print("ValueError:", e)


class Aw:
    def __init__(self, coro):
        self.coro = coro

    def __await__(self):
        return self.coro.__await__()


print(loop.run_until_complete(asyncio.ensure_future(Aw(notmuch()), loop=loop)))
loop.close()
other.close()
