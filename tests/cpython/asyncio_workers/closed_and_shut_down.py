import asyncio

loop = asyncio.new_event_loop()
loop.run_until_complete(loop.run_in_executor(None, int, "5"))
loop.run_until_complete(loop.shutdown_default_executor())
for call in (lambda: loop.run_in_executor(None, int, "6"), lambda: None):
    try:
        call()
    except RuntimeError as e:
        print("RuntimeError:", e)
loop.close()
for call in (
    lambda: loop.run_in_executor(None, int, "7"),
    lambda: loop.call_soon_threadsafe(print),
):
    try:
        call()
    except RuntimeError as e:
        print("RuntimeError:", e)


async def main():
    print(await asyncio.to_thread(int, "8"))


asyncio.run(main())
