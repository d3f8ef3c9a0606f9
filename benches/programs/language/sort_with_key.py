data = [(i * 7919 % 100_003, str(i)) for i in range(100_000)]
data.sort(key=lambda pair: pair[0])
by_text = sorted(data, key=lambda pair: pair[1], reverse=True)
plain = sorted(x for x, _ in data)
print(data[0], by_text[0], plain[:3])
