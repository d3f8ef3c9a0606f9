import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.Lock()

    def deposit(self, amount):
        with self.lock:
            before = self.balance
            for _ in range(50):
                pass
            self.balance = before + amount


account = Account(0)
threads = [threading.Thread(target=lambda: [account.deposit(1) for _ in range(500)]) for _ in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(account.balance)


def transfer(src, dst, amount):
    first, second = sorted((src, dst), key=id)
    with first.lock, second.lock:
        src.balance -= amount
        dst.balance += amount


a, b = Account(1000), Account(1000)
threads = [threading.Thread(target=transfer, args=(a, b, 10)) for _ in range(10)]
threads += [threading.Thread(target=transfer, args=(b, a, 3)) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(a.balance, b.balance, a.balance + b.balance)
