for index, fruit in ["apple", "kiwi"]:
    print(index, fruit)
