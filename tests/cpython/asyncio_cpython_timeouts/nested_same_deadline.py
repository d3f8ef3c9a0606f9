import asyncio


async def main():
    loop = asyncio.get_running_loop()
    cancelled = False
    deadline = loop.time() + 0.02
    try:
        async with asyncio.timeout_at(deadline) as cm1:
            try:
                async with asyncio.timeout_at(deadline) as cm2:
                    await asyncio.sleep(10)
            except asyncio.CancelledError:
                cancelled = True
                raise
    except TimeoutError:
        print("TimeoutError", cancelled, cm1.expired(), cm2.expired())


asyncio.run(main())
