class InsufficientFunds(Exception):
    def __init__(self, needed, available):
        super().__init__(f"need {needed}, have {available}")
        self.needed = needed
        self.available = available

class Account:
    interest = 0.02
    _count = 0
    def __init__(self, owner, balance=0):
        self.owner, self.__balance = owner, balance
        Account._count += 1
        self.id = self._count
    @property
    def balance(self):
        return self.__balance
    def withdraw(self, amount):
        if amount > self.__balance:
            raise InsufficientFunds(amount, self.__balance)
        self.__balance -= amount
        return self
    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self.__balance += amount
        return self

a = Account("Ann", 100)
print(a.deposit(50).withdraw(30).balance, a.id, a._Account__balance, sorted(vars(a)))
try:
    a.withdraw(1000)
except InsufficientFunds as e:
    print(e, e.needed, e.available, e.args, repr(e))
try:
    print(a.__balance)
except AttributeError as e:
    print(e)
def transfer(src, dst, amount):
    try:
        src.withdraw(amount)
    except InsufficientFunds as e:
        raise RuntimeError("transfer failed") from e
    else:
        dst.deposit(amount)
    finally:
        print("transfer attempted")
b = Account("Bob")
transfer(a, b, 20)
print(a.balance, b.balance)
transfer(a, b, 500)
