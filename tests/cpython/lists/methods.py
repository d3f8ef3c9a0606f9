fruits = ["apple", "banana", "cherry"]
fruits.append("date")
fruits.insert(1, "avocado")
fruits.insert(-1, "cranberry")
fruits.insert(100, "end")
print(fruits)
fruits.extend(["fig", "grape"])
fruits.extend("xy")
fruits.extend(n for n in range(2))
print(fruits)
print(fruits.pop(), fruits.pop(0), fruits.pop(-2), fruits)
fruits.remove("x")
print(fruits.index("date"), fruits.count("date"), fruits.index("fig", 3))
numbers = [3, 1, 4, 1, 5, 9, 2, 6]
numbers.sort()
print(numbers, numbers.sort(), numbers.reverse())
print(numbers)
numbers.sort(key=lambda n: (n % 3, -n))
print(numbers)
numbers.sort(reverse=True)
print(numbers, sorted(numbers), list(reversed(numbers)))
copy = numbers.copy()
copy.clear()
print(copy, len(numbers), numbers == numbers[:], numbers is numbers[:])
for bad in (lambda: numbers.index(99), lambda: numbers.remove(99), lambda: [].pop(), lambda: numbers.pop(99), lambda: numbers.insert("a", 1),
            lambda: numbers.append(), lambda: numbers.append(1, 2), lambda: numbers.extend(5), lambda: numbers.sort(lambda a: a), lambda: numbers.pop("x")):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
print(numbers)
