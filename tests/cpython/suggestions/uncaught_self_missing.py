class Account:
    def __init__(self):
        self.balance = 0

    def deposit(self, amount):
        balance += amount
        return balance


Account().deposit(5)
