import asyncio
loop = asyncio.new_event_loop()
def tick(n):
    print('tick', n)
    if n == 3: loop.stop(); loop.call_soon(print, 'after stop, same run?')
    else: loop.call_later(0.01, tick, n+1)
loop.call_soon(tick, 0); loop.run_forever(); print('stopped', loop.is_running()); loop.run_until_complete(asyncio.sleep(0)); 
loop.stop(); loop.run_forever(); print('again')
async def c(): loop.stop(); await asyncio.sleep(0.01); print('c done')
try: loop.run_until_complete(c())
except RuntimeError as e: print(e)
t = asyncio.all_tasks(loop).pop(); loop.run_until_complete(t)
loop.call_soon(loop.stop); loop.call_soon(loop.call_soon, print, 'later'); loop.run_forever(); loop.run_until_complete(asyncio.sleep(0)); loop.close(); loop.close()
try: loop.run_forever()
except RuntimeError as e: print(e)
