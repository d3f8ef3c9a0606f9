import random

random.seed(7)
secret = random.randint(1, 20)
guesses = [10, 15, 12, 18, 13, 3, 7, 9, 1, 20, 19, 17, 16, 14, 11]
for attempt, guess in enumerate(guesses, start=1):
    if guess < secret:
        print(f"{guess} is too low")
    elif guess > secret:
        print(f"{guess} is too high")
    else:
        print(f"{guess} is right after {attempt} guesses")
        break
else:
    print(f"you lost, it was {secret}")
for i in range(1, 6):
    print(" " * (5 - i) + "*" * (2 * i - 1))
for row in range(1, 5):
    for col in range(1, 5):
        print(f"{row * col:4}", end="")
    print()
n, steps = 27, 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
print(steps)
digits = 0
number = 98765
while number:
    digits += number % 10
    number //= 10
print(digits)
menu = {"1": ("soup", 4.5), "2": ("pasta", 9.0), "3": ("cake", 3.25)}
order, bill = ["2", "3", "9", "3", "q", "1"], 0
for choice in order:
    if choice == "q":
        break
    if choice not in menu:
        print("no such dish:", choice)
        continue
    dish, price = menu[choice]
    bill += price
    print(f"added {dish:<6} {price:6.2f}")
print(f"total {bill:.2f}")
computer, player, wins = ["rock", "paper", "scissors"], ["paper", "paper", "rock"], 0
beats = {"rock": "scissors", "paper": "rock", "scissors": "paper"}
for c, p in zip(computer, player):
    if c == p:
        result = "tie"
    elif beats[p] == c:
        result, wins = "win", wins + 1
    else:
        result = "lose"
    print(p, "against", c, "->", result)
print(wins)
temperatures = [22.5, 19.0, 24.8, 18.2, 21.7]
print(f"min {min(temperatures)} max {max(temperatures)} mean {sum(temperatures) / len(temperatures):.2f}")
print([("warm" if t > 20 else "cool") for t in temperatures], [t for t in temperatures if t > sum(temperatures) / len(temperatures)])
