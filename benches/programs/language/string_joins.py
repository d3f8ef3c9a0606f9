words = []
for i in range(200_000):
    words.append("w" + str(i))
text = " ".join(words)
parts = text.split(" ")
upper = "-".join(part.upper() for part in parts)
print(len(text), len(parts), len(upper), upper[:20])
