import asyncio


def tick(loop, n):
    print("tick", n)
    if n == 3:
        loop.stop()
        loop.call_soon(print, "runs in the same iteration? no, next run")
    else:
        loop.call_later(0.1, tick, loop, n + 1)


loop = asyncio.new_event_loop()
loop.call_soon(tick, loop, 1)
loop.run_forever()
print(loop.is_running(), loop.is_closed())
loop.stop()
loop.run_forever()
print("second")
loop.call_soon(loop.stop)
loop.run_forever()
print(loop)
loop.close()
print(loop)
try:
    loop.run_forever()
except RuntimeError as e:
    print(e)
