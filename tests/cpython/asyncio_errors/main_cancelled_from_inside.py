import asyncio


async def main():
    asyncio.current_task().cancel("stop it")
    await asyncio.sleep(1)


try:
    asyncio.run(main())
except asyncio.CancelledError as e:
    print("CancelledError", e.args)
asyncio.run(main())
