import asyncio
async def main():
    loop = asyncio.get_running_loop(); order = []
    loop.call_soon(order.append, 'soon'); t = asyncio.create_task(asyncio.sleep(0)); t.add_done_callback(lambda _: order.append('t'))
    f = loop.create_future(); f.add_done_callback(lambda _: order.append('f1')); loop.call_soon(f.set_result, 1); f.add_done_callback(lambda _: order.append('f2'))
    order.append('a'); await asyncio.sleep(0); order.append('b'); await f; order.append('c'); await t; order.append('d'); await asyncio.sleep(0); print(order)
    e = asyncio.Event(); out = []
    async def w(n): await e.wait(); out.append(n)
    ts = [asyncio.create_task(w(i)) for i in range(4)]; await asyncio.sleep(0); e.set(); out.append('set'); await asyncio.sleep(0); out.append('x'); await asyncio.gather(*ts); print(out)
asyncio.run(main())
