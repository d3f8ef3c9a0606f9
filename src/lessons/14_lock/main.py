import asyncio

balance = 100


async def withdraw(name, amount, delay):
    global balance
    seen = balance  #: read
    await asyncio.sleep(delay)  # en: asks the bank; others run meanwhile  # zh: 询问银行，这时别人会运行  #: gap
    balance = seen - amount
    print(f"{name} took {amount}, left {balance}")  #: wrote


async def careful(lock, *order):
    async with lock:  #: lock
        await withdraw(*order)


async def main():
    global balance
    await asyncio.gather(withdraw("Ann", 30, 0.2), withdraw("Bob", 50, 0.1))
    print("without a lock:", balance)  #: wrong
    balance, lock = 100, asyncio.Lock()
    await asyncio.gather(careful(lock, "Ann", 30, 0.2), careful(lock, "Bob", 50, 0.1))
    print("with a lock:", balance)  #: right


asyncio.run(main())
