def key(item):
    name, price = item
    return price / (len(name) - 3)


print(sorted([("tea", 1), ("milk", 2)], key=key))
