import asyncio


def countdown(n, loop):
    print(n if n else "lift-off!")
    if n:
        loop.call_later(0.02, countdown, n - 1, loop)
    else:
        loop.stop()


loop = asyncio.new_event_loop()
loop.call_soon(countdown, 3, loop)
try:
    loop.run_forever()
finally:
    loop.close()
print("closed")
