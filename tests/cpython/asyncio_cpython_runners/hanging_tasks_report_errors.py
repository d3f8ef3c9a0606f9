import asyncio


async def leftover():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        1 / 0


async def main():
    loop = asyncio.get_running_loop()

    def handler(loop, context):
        print(context["message"], "|", repr(context["exception"]), "|", "task" in context)

    loop.set_exception_handler(handler)
    loop.create_task(leftover())
    await asyncio.sleep(0.01)
    return 123


print(asyncio.run(main()))
