import asyncio


async def main():
    async with asyncio.timeout(0.01) as cm:
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            print(cm)
            try:
                cm.reschedule(0.02)
            except RuntimeError as e:
                print(e)
    print(cm)


asyncio.run(main())
