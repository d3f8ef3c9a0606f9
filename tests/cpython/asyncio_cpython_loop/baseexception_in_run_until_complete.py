import asyncio


async def raise_keyboard_interrupt():
    raise KeyboardInterrupt


loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(raise_keyboard_interrupt())
except KeyboardInterrupt:
    print("KeyboardInterrupt", loop.is_running())


def callback():
    raise SystemExit(3)


loop.call_soon(callback)
loop.call_soon(print, "runs in the next turn")
try:
    loop.run_forever()
except SystemExit as e:
    print("SystemExit", e.code)
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
