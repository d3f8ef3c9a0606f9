def check(value):
    if value > 10:
        return "big"
    return smal


print(check(11))
print(check(1))
