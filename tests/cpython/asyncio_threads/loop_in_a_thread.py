import asyncio
import threading


async def work(n):
    await asyncio.sleep(0.01)
    return threading.current_thread().name, n


loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever, name="loop-thread")
thread.start()
for n in range(3):
    print(asyncio.run_coroutine_threadsafe(work(n), loop).result())
loop.call_soon_threadsafe(loop.stop)
thread.join()
print("running:", loop.is_running())
loop.close()
