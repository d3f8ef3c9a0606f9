import asyncio


class InsufficientFunds(Exception):
    pass


class Bank:
    def __init__(self, **balances):
        self.balances = balances
        self.locks = {name: asyncio.Lock() for name in balances}

    async def transfer(self, source, target, amount):
        for name in sorted((source, target)):
            await self.locks[name].acquire()
        try:
            await asyncio.sleep(0)
            if self.balances[source] < amount:
                raise InsufficientFunds(f"{source} has {self.balances[source]}, needs {amount}")
            self.balances[source] -= amount
            await asyncio.sleep(0)
            self.balances[target] += amount
        finally:
            self.locks[source].release()
            self.locks[target].release()


async def main():
    bank = Bank(alice=100, bob=50, carol=0)
    results = await asyncio.gather(
        bank.transfer("alice", "bob", 70),
        bank.transfer("bob", "carol", 110),
        bank.transfer("carol", "alice", 200),
        bank.transfer("alice", "carol", 30),
        return_exceptions=True,
    )
    for r in results:
        print("ok" if r is None else f"{type(r).__name__}: {r}")
    print(bank.balances, sum(bank.balances.values()))


asyncio.run(main())
