import asyncio


async def slow():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("cancelled")
        raise


asyncio.run(asyncio.wait_for(slow(), timeout=0.1))
