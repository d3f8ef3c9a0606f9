def calculate_total(prices):
    total = 0
    for price in prices:
        totel = total + price
    return totel + tota


print(calculate_total([1, 2, 3]))
