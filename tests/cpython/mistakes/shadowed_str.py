str = "hello"
number = 5
print("number: " + str(number))
