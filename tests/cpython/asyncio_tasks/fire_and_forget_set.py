import asyncio

background = set()


async def notify(user):
    await asyncio.sleep(0.01)
    print("notified", user)


def fire_and_forget(coro):
    task = asyncio.create_task(coro)
    background.add(task)
    task.add_done_callback(background.discard)


async def main():
    for user in ("ann", "bob", "cid"):
        fire_and_forget(notify(user))
    print(len(background), "in flight")
    await asyncio.sleep(0.05)
    print(len(background), "in flight")


asyncio.run(main())
