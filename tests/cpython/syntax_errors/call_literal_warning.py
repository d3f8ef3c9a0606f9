try:
    "abc"()
except TypeError as e:
    print(e)
try:
    [1, 2](0)
except TypeError as e:
    print(e)
try:
    [1, 2]["a"]
except TypeError as e:
    print(e)
try:
    [(1, 2) (3, 4)]
except TypeError as e:
    print(e)
