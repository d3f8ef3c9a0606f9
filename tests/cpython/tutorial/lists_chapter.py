squares = [1, 4, 9, 16, 25]
print(squares, squares[0], squares[-1], squares[-3:], squares[:], squares + [36, 49])
cubes = [1, 8, 27, 65, 125]
cubes[3] = 4 ** 3
cubes.append(216)
cubes.append(7 ** 3)
print(cubes)
letters = ["a", "b", "c", "d", "e", "f", "g"]
letters[2:5] = ["C", "D", "E"]
print(letters)
letters[2:5] = []
print(letters)
letters[:] = []
print(letters, len(letters))
x = [["a", "b"], [1, 2]]
print(x, x[0], x[0][1])
a, b = 0, 1
while a < 100:
    print(a, end=",")
    a, b = b, a + b
print()
words = ["cat", "window", "defenestrate"]
for w in words:
    print(w, len(w))
for w in words[:]:
    if len(w) > 6:
        words.insert(0, w)
print(words)
fruits = ["orange", "apple", "pear", "banana", "kiwi", "apple", "banana"]
print(fruits.count("apple"), fruits.count("tangerine"), fruits.index("banana"), fruits.index("banana", 4))
fruits.reverse()
print(fruits)
fruits.append("grape")
fruits.sort()
print(fruits, fruits.pop(), fruits)
matrix = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]]
print([[row[i] for row in matrix] for i in range(4)], list(zip(*matrix)))
vec = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
print([num for elem in vec for num in elem], [x for x in range(-4, 5) if x >= 0], [abs(x) for x in (-1, 2)], [(x, x ** 2) for x in range(4)])
a = [-1, 1, 66.25, 333, 333, 1234.5]
del a[0]
del a[2:4]
print(a)
del a[:]
print(a)
stack = [3, 4, 5]
stack.append(6)
print(stack.pop(), stack.pop(), stack)
for i, v in enumerate(["tic", "tac", "toe"]):
    print(i, v)
questions, answers = ["name", "quest"], ["lancelot", "the holy grail"]
for q, a in zip(questions, answers):
    print("What is your {0}?  It is {1}.".format(q, a))
for i in reversed(range(1, 10, 2)):
    print(i, end=" ")
print()
basket = ["apple", "orange", "apple", "pear"]
for f in sorted(set(basket)):
    print(f)
