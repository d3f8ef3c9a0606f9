import asyncio


async def long():
    await asyncio.sleep(10)


loop = asyncio.new_event_loop()
loop.call_soon(loop.stop)
task = loop.create_task(long())
try:
    loop.run_until_complete(task)
except RuntimeError as e:
    print("RuntimeError:", e)
print("task done:", task.done())
task.cancel()
try:
    loop.run_until_complete(task)
except asyncio.CancelledError:
    print("cancelled:", task.cancelled())
loop.close()
