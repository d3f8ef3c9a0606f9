import asyncio

loop = asyncio.new_event_loop()
loop.stop()
loop.run_forever()
print("returned at once, is_running:", loop.is_running())
ran = []
loop.call_soon(ran.append, 1)
loop.stop()
loop.run_forever()
print(ran)
loop.call_soon(loop.stop)
loop.call_soon(ran.append, 2)
loop.run_forever()
print(ran)
loop.close()
