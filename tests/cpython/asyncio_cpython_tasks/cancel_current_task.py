import asyncio


async def keeps_awaiting():
    me = asyncio.current_task()
    me.cancel()
    print(me._must_cancel)
    await asyncio.sleep(100)
    return 12


async def returns_at_once():
    asyncio.current_task().cancel()
    return 12


loop = asyncio.new_event_loop()
for function in (keeps_awaiting, returns_at_once):
    t = loop.create_task(function())
    try:
        print(loop.run_until_complete(t))
    except asyncio.CancelledError:
        print(function.__name__, t.done(), t.cancelled(), t._must_cancel, t.cancel())
loop.close()
