names = ["Ann", "Bob", "Cid"]
for i in range(len(names) + 1):
    print(i, names[i])
