class Date:
    count = 0

    def __init__(self, year, month, day):
        self.year, self.month, self.day = year, month, day
        Date.count += 1

    @classmethod
    def from_string(cls, text):
        return cls(*map(int, text.split("-")))

    @staticmethod
    def is_leap(year):
        return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)

    def __repr__(self):
        return f"{type(self).__name__}({self.year}, {self.month}, {self.day})"


class Holiday(Date):
    @classmethod
    def new_year(cls, year):
        return cls(year, 1, 1)


print(Date.from_string("2024-02-29"))
print(Holiday.from_string("2024-12-25"))
print(Holiday.new_year(2030))
print([y for y in range(1896, 1912) if Date.is_leap(y)])
print(Date(1, 1, 1).is_leap(2000))
print(Date.count)
print(Date.__dict__["from_string"].__class__, Date.__dict__["is_leap"].__class__)
print(Holiday.from_string.__self__, Date.from_string.__func__.__name__)


class Both:
    @classmethod
    @property
    def weird(cls):
        return cls.__name__

    @staticmethod
    def add(a, b):
        return a + b

    total = add(1, 2)


print(Both.total, Both.add(3, 4))
