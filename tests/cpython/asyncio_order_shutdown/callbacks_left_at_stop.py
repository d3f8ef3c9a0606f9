import asyncio

loop = asyncio.new_event_loop()


async def main():
    loop.call_soon(print, "callback in the last turn")
    loop.call_later(0.01, print, "timer: never")
    return "main's result"


print(loop.run_until_complete(main()))
print("the loop is stopped")
loop.run_until_complete(asyncio.sleep(0))
loop.close()
print("closed; the timer is gone")
