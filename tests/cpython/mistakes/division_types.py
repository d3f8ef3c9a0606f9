items = 10
pages = items / 3
print(pages)
print("x" * (items // 3))
print("x" * pages)
