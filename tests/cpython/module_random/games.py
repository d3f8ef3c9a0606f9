import random

random.seed(2024)


def roll(dice=2, sides=6):
    return [random.randint(1, sides) for _ in range(dice)]


counts = {}
for _ in range(1000):
    total = sum(roll())
    counts[total] = counts.get(total, 0) + 1
for total in sorted(counts):
    print(f"{total:>2} {'*' * (counts[total] // 10)}")
deck = [rank + suit for suit in "SHDC" for rank in "A23456789TJQK"]
random.shuffle(deck)
hands = [sorted(deck[i::4])[:5] for i in range(4)]
print(hands)
inside = sum(random.random() ** 2 + random.random() ** 2 <= 1 for _ in range(5000))
print(4 * inside / 5000)
position, path = 0, []
for _ in range(20):
    position += random.choice((-1, 1))
    path.append(position)
print(path)
password = "".join(random.choices("abcdefghijklmnopqrstuvwxyz0123456789", k=12))
print(password)
secret, low, high, guesses = random.randint(1, 100), 1, 100, []
while True:
    guess = (low + high) // 2
    guesses.append(guess)
    if guess == secret:
        break
    elif guess < secret:
        low = guess + 1
    else:
        high = guess - 1
print(secret, guesses)
print(random.sample(range(1, 50), 6), [round(random.gauss(100, 15)) for _ in range(8)], random.random() < 0.5)
