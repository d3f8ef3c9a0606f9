import asyncio

loop = asyncio.new_event_loop()
print("before the loop runs")
loop.call_later(0.04, print, "later 2")
loop.call_later(0.02, print, "later 1")
loop.call_soon(print, "soon 1")
loop.call_soon(loop.call_soon, print, "soon 3, from a callback")
loop.call_soon(print, "soon 2")
loop.call_later(0.06, loop.stop)
loop.run_forever()
print("after")
loop.close()
