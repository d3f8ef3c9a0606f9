import asyncio


async def slow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("slow: cancelled")
        raise
    finally:
        print("slow: cleaned up")


async def main():
    try:
        await asyncio.wait_for(slow(), timeout=0.03)
    except TimeoutError as e:
        print("main: TimeoutError", e.args, repr(e.__cause__))
    print("main: the inner one was gone before")


asyncio.run(main())
