class InsufficientFunds(Exception):
    def __init__(self, needed, available):
        super().__init__(f"need {needed:.2f}, have {available:.2f}")
        self.shortfall = needed - available


class Account:
    _next_id = 1

    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        self.id = Account._next_id
        Account._next_id += 1
        self.history = []

    @property
    def balance(self):
        return self._balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("deposit must be positive")
        self._balance += amount
        self.history.append(("deposit", amount))

    def withdraw(self, amount):
        if amount > self._balance:
            raise InsufficientFunds(amount, self._balance)
        self._balance -= amount
        self.history.append(("withdraw", amount))

    def __str__(self):
        return f"#{self.id} {self.owner}: {self.balance:,.2f}"


class Savings(Account):
    def __init__(self, owner, balance=0, *, rate=0.02):
        super().__init__(owner, balance)
        self.rate = rate

    def add_interest(self):
        self.deposit(round(self.balance * self.rate, 2))


class Bank:
    def __init__(self):
        self.accounts = {}

    def open(self, kind, *args, **kwargs):
        account = kind(*args, **kwargs)
        self.accounts[account.id] = account
        return account

    def transfer(self, source, target, amount):
        a, b = self.accounts[source], self.accounts[target]
        a.withdraw(amount)
        b.deposit(amount)

    def __iter__(self):
        yield from sorted(self.accounts.values(), key=lambda a: -a.balance)


bank = Bank()
ann = bank.open(Account, "Ann", 100)
bob = bank.open(Savings, "Bob", 2000, rate=0.05)
bank.transfer(2, 1, 250.50)
bob.add_interest()
for account in bank:
    print(account)
for action in (lambda: ann.withdraw(1000), lambda: ann.deposit(-5), lambda: bank.transfer(1, 9, 1), lambda: setattr(ann, "balance", 5)):
    try:
        action()
    except InsufficientFunds as e:
        print("refused:", e, e.shortfall)
    except (ValueError, KeyError, AttributeError) as e:
        print(type(e).__name__, e)
print(ann.history, bob.history, sum(a.balance for a in bank))
