import asyncio


async def idle():
    await asyncio.Event().wait()


async def main():
    me = asyncio.current_task()
    print(me.get_name(), me is asyncio.current_task(), len(asyncio.all_tasks()))
    ts = [asyncio.create_task(idle(), name=n) for n in ("a", "b")] + [asyncio.create_task(idle())]
    ts[2].set_name(42)
    print(sorted(t.get_name() for t in asyncio.all_tasks()))
    await asyncio.sleep(0)
    print(ts[0].get_coro().__name__, ts[0].get_coro().cr_frame.f_lineno, repr(ts[0]).replace("idle.py", ""))
    for t in ts:
        t.cancel()
    await asyncio.gather(*ts, return_exceptions=True)
    print([t.get_name() for t in asyncio.all_tasks()], ts[0])
    asyncio.get_running_loop().call_soon(lambda: print(asyncio.current_task()))
    await asyncio.sleep(0)
    try:
        asyncio.Task(1)
    except TypeError as e:
        print(e)


asyncio.run(main())
try:
    asyncio.current_task()
except RuntimeError as e:
    print(e)
