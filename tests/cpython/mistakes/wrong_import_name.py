from math import square

print(square(3))
