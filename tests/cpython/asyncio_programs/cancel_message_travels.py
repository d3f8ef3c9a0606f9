import asyncio


async def leaf():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print("leaf:", e.args, repr(e))
        raise


async def middle():
    try:
        await leaf()
    finally:
        print("middle cleans up")


async def main():
    t = asyncio.create_task(middle(), name="worker")
    await asyncio.sleep(0)
    print(t.cancel("shutting down"), t.cancelling())
    print(t.cancel("again"), t.cancelling())
    try:
        await t
    except asyncio.CancelledError as e:
        print("main:", e.args)
    print(t.cancelled(), t.cancel(), t)
    try:
        t.result()
    except asyncio.CancelledError as e:
        print("result:", e.args)
    try:
        t.exception()
    except asyncio.CancelledError as e:
        print("exception:", e.args)


asyncio.run(main())
