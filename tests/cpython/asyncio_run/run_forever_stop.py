import asyncio

loop = asyncio.new_event_loop()
count = 0


def tick():
    global count
    count += 1
    print("tick", count)
    if count == 3:
        loop.stop()
        print("stop asked for, this callback still finishes")
        loop.call_soon(print, "left for the next run")
    else:
        loop.call_later(0.01, tick)


loop.call_soon(tick)
loop.run_forever()
print("stopped once")
loop.call_soon(loop.stop)
loop.run_forever()
print("stopped twice")
loop.close()
