stock = {"apple": 0, "pear": 3, "fig": 0}
for fruit in stock:
    if stock[fruit] == 0:
        del stock[fruit]
