class Account:
    __bank = "First"

    def __init__(self, balance):
        self.__balance = balance
        self._hint = "weak"
        self.__dunder__ = "kept"

    def deposit(self, amount):
        self.__balance += amount
        return self.__balance

    def __secret(self):
        return "hidden"

    def reveal(self):
        return self.__secret(), self.__bank


a = Account(10)
print(a.deposit(5))
print(a.reveal())
print(sorted(vars(a)))
try:
    print(a.__balance)
except AttributeError as e:
    print(e)
print(a._Account__balance, a._Account__secret())
print([n for n in dir(a) if "Account" in n])


class Savings(Account):
    def peek(self):
        try:
            return self.__balance
        except AttributeError as e:
            return str(e)


print(Savings(1).peek())


class _Hidden:
    def __init__(self):
        self.__x = 1


print(vars(_Hidden()))
