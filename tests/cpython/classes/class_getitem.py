class Box:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"

    def __getitem__(self, item):
        return ("instance", item)


print(Box[int], Box["x", 1])
print(Box()[3], Box()[1:2], Box()[1, ..., ::2])
print(list[int], dict[str, int], tuple[int, ...], type[int], list[list[str]])
print(list[int]([1, 2]), list[int].__origin__, dict[str, int].__args__)
print(list[int] == list[int], list[int] == list[str])


class Plain:
    pass


for action in (lambda: Plain[int], lambda: Plain()[0], lambda: int[0], lambda: 5[0], lambda: None[1], lambda: (lambda: 0)[1]):
    try:
        print(action())
    except TypeError as e:
        print(e)
print(int | str, int | None, (int | str) == (str | int), isinstance(5, int | str), isinstance(None, int | None))
