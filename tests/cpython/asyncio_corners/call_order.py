import asyncio
async def main():
    loop = asyncio.get_running_loop(); p = lambda *a: print(*a)
    loop.call_soon(p, 1); asyncio.create_task(asyncio.sleep(0, 0)).add_done_callback(lambda t: p('done sleep0'))
    loop.call_later(0, p, 'later0'); loop.call_soon(p, 2)
    loop.call_at(loop.time(), p, 'at now'); f = loop.create_future(); f.add_done_callback(lambda f: p('f')); f.set_result(0); loop.call_soon(p, 3)
    loop.call_soon_threadsafe(p, 'ts')
    for i in range(4): await asyncio.sleep(0); p('turn', i)
    for d in (0.03, 0.01, 0.02, 0.01): loop.call_later(d, p, d)
    await asyncio.sleep(0.05)
asyncio.run(main())
