i = total = 0
while i < 1_000_000:
    total += i
    i += 1
print(total)
