import asyncio


async def fetch(what, seconds):
    print(f"{what}: asked")
    await asyncio.sleep(seconds)  #: fetch
    print(f"{what}: here")  #: here
    return what.upper()


async def load_page():
    async with asyncio.TaskGroup() as group:  #: group
        user = group.create_task(fetch("user", 1), name="user")  #: user
        orders = group.create_task(fetch("orders", 2), name="orders")
    # en: Below the block both are done.  # zh: 离开代码块时，两个任务都已结束。
    return user.result(), orders.result()


async def main():
    print(await load_page())  #: page


asyncio.run(main())
