import asyncio

loop = asyncio.new_event_loop()
future = loop.create_future()
loop.call_later(0.02, future.set_result, "set by a timer")
print(loop.run_until_complete(future))

failing = loop.create_future()
loop.call_soon(failing.set_exception, LookupError("set by a callback"))
try:
    loop.run_until_complete(failing)
except LookupError as e:
    print(type(e).__name__, e)

done = loop.create_future()
done.set_result(7)
print(loop.run_until_complete(done))
loop.close()
