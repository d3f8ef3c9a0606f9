import asyncio


def ask_then(question, callback):
    asyncio.get_running_loop().call_later(1, callback, f"[{question}]")


def with_callbacks(finished):
    def got_user(user):
        print("callback:", user)  #: got-user
        ask_then(f"orders of {user}", got_orders)

    def got_orders(orders):
        print("callback:", orders)
        finished.set_result(None)

    ask_then("user", got_user)  # en: the story begins at its end  # zh: 最先发生的事，却写在最后


async def ask(question):
    await asyncio.sleep(1)  #: ask
    return f"[{question}]"


async def with_await():
    user = await ask("user")  #: first
    print("await:", user)
    orders = await ask(f"orders of {user}")  #: second
    print("await:", orders)


async def main():
    finished = asyncio.get_running_loop().create_future()
    with_callbacks(finished)
    await finished  #: finished
    await with_await()


asyncio.run(main())
