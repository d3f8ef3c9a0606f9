import asyncio


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = asyncio.Lock()

    async def withdraw(self, amount):
        async with self.lock:
            if self.balance < amount:
                print("refused", amount)
                return False
            await asyncio.sleep(0.01)
            self.balance -= amount
            print("paid", amount, "left", self.balance)
            return True


account = Account(100)


async def main():
    print(await asyncio.gather(*(account.withdraw(n) for n in (30, 50, 40, 20))))


asyncio.run(main())
