import asyncio, threading, concurrent.futures as cf, time
async def co(x):
    await asyncio.sleep(0.01)
    if x < 0: raise ValueError(x)
    return x
def worker(loop):
    f = asyncio.run_coroutine_threadsafe(co(3), loop); print(type(f).__module__, f.result())
    f = asyncio.run_coroutine_threadsafe(co(-3), loop)
    try: f.result()
    except ValueError as e: print(repr(e))
    f = asyncio.run_coroutine_threadsafe(asyncio.sleep(5), loop)
    try: f.result(0.02)
    except TimeoutError as e: print(repr(e), f.cancel(), f.cancelled())
    try: asyncio.run_coroutine_threadsafe(5, loop)
    except TypeError as e: print(e)
    try: asyncio.get_running_loop()
    except RuntimeError as e: print(e)
    loop.call_soon_threadsafe(print, 'from thread')
async def main():
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(worker, loop)
    r = await loop.run_in_executor(None, lambda a: a*2, 21); print(r)
    with cf.ThreadPoolExecutor(2) as ex:
        print(await asyncio.gather(*(loop.run_in_executor(ex, pow, 2, i) for i in range(5))))
    def boom(): raise KeyError('x')
    try: await asyncio.to_thread(boom)
    except KeyError as e: print(repr(e))
    f = cf.Future(); w = asyncio.wrap_future(f); loop.call_later(0.01, f.set_result, 9); print(await w, asyncio.wrap_future(w) is w)
    try: await asyncio.wait_for(asyncio.to_thread(time.sleep, 0.1), 0.02)
    except TimeoutError: print('to')
    print(len(asyncio.all_tasks()))
asyncio.run(main())
