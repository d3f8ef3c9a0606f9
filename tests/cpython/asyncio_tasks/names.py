import asyncio


async def who():
    return asyncio.current_task().get_name()


async def main():
    print(await who())
    named = asyncio.create_task(who(), name="worker-7")
    print(named.get_name())
    named.set_name(42)
    print(repr(named.get_name()))
    print(await named)
    auto = asyncio.create_task(who())
    print(auto.get_name().startswith("Task-"), await auto == auto.get_name())


asyncio.run(main())
