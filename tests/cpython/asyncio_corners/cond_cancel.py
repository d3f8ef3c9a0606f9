import asyncio
async def main():
    c = asyncio.Condition(); out = []
    async def waiter(n):
        async with c:
            try: await c.wait(); out.append(n)
            except asyncio.CancelledError: out.append(f'c{n}'); raise
    ts = [asyncio.create_task(waiter(i)) for i in range(3)]; await asyncio.sleep(0)
    async with c: c.notify(1); ts[0].cancel()
    await asyncio.sleep(0.01); print(out)
    async with c: c.notify_all()
    await asyncio.gather(*ts, return_exceptions=True); print(out)
    l = asyncio.Lock(); c = asyncio.Condition(l); t = asyncio.create_task(waiter(9)); await asyncio.sleep(0)
    await l.acquire(); c.notify(); await asyncio.sleep(0); t.cancel('while reacquiring'); await asyncio.sleep(0); print(t.done()); l.release()
    try: await t
    except asyncio.CancelledError as e: print(e.args, l.locked(), out)
asyncio.run(main())
