import asyncio


async def patrol(name):
    try:
        while True:
            print(f"{name}: all is well")  #: well
            await asyncio.sleep(1)  #: walk
    except asyncio.CancelledError:
        print(f"{name}: puts the lamp out")  #: lamp
        raise  # en: let the caller know  # zh: 让外面知道


async def main():
    guard = asyncio.create_task(patrol("guard"), name="guard")
    await asyncio.sleep(2.5)
    guard.cancel()
    print("asked to stop; stopped?", guard.done())  #: asked
    try:
        await guard  #: wait
    except asyncio.CancelledError:
        print("stopped?", guard.cancelled())  #: known


asyncio.run(main())
