print(len("12345"))
print(len(12345))
