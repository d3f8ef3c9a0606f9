try:
    int("x")
except ValueError as error:
    print("failed:", error)
print(error)
