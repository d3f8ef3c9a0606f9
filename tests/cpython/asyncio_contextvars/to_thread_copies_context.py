import asyncio
import contextvars

user = contextvars.ContextVar("user")


def blocking():
    seen = user.get()
    user.set("changed in the thread")
    return seen


async def main():
    user.set("ann")
    print(await asyncio.to_thread(blocking))
    print(user.get())
    loop = asyncio.get_running_loop()

    def plain():
        return user.get("run_in_executor copies nothing")

    print(await loop.run_in_executor(None, plain))


asyncio.run(main())
