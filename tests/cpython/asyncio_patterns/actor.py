import asyncio


class Account:
    """An actor: its state is touched only by its own task."""

    def __init__(self):
        self.inbox = asyncio.Queue()
        self.balance = 0

    async def run(self):
        while True:
            what, amount, reply = await self.inbox.get()
            match what:
                case "deposit":
                    self.balance += amount
                case "withdraw" if amount <= self.balance:
                    self.balance -= amount
                case "withdraw":
                    reply.set_exception(ValueError("insufficient funds"))
                    continue
                case "stop":
                    reply.set_result("bye")
                    return
            reply.set_result(self.balance)

    async def ask(self, what, amount=0):
        reply = asyncio.get_running_loop().create_future()
        await self.inbox.put((what, amount, reply))
        return await reply


async def main():
    account = Account()
    actor = asyncio.create_task(account.run())
    print(await asyncio.gather(*(account.ask("deposit", n) for n in (10, 20, 30))))
    for amount in (50, 50):
        try:
            print("left", await account.ask("withdraw", amount))
        except ValueError as e:
            print("refused:", e)
    print(await account.ask("stop"))
    await actor


asyncio.run(main())
