import asyncio


async def interrupts():
    await asyncio.sleep(0.1)
    raise KeyboardInterrupt


async def other():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("other cancelled")
        raise


async def main():
    o = asyncio.create_task(other())
    await asyncio.gather(interrupts(), o)


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")
