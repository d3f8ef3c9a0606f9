def classify(n):
    if n > 0:
        kind = "positive"
    elif n < 0:
        kind = "negative"
    return kind


print(classify(5), classify(-5))
print(classify(0))
