def average(numbers):
    return sum(numbers) / len(numbers)


def report(data):
    for name, numbers in data.items():
        print(name, average(numbers))


report({"a": [1, 2, 3], "b": []})
