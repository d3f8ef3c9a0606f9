import random

rng = random.Random(123)
print([rng.randint(1, 6) for _ in range(12)])
print(rng.sample(["ann", "bob", "cid", "dee", "eve"], 3))
cards = list("A23456789")
rng.shuffle(cards)
print(cards, rng.choice(cards))
print([round(rng.uniform(-1, 1), 4) for _ in range(4)], [round(rng.gauss(0, 1), 4) for _ in range(4)])
print(rng.choices(["red", "green", "blue"], weights=[5, 3, 1], k=8))
random.seed("a string seed")
print(random.random(), random.randrange(1000), random.getrandbits(16))
random.seed(99)
a = [random.random() for _ in range(3)]
random.seed(99)
print(a == [random.random() for _ in range(3)], a)
random.seed(5)


def weighted(options):
    total = sum(options.values())
    r = random.uniform(0, total)
    for name, weight in options.items():
        r -= weight
        if r <= 0:
            return name


print([weighted({"common": 70, "rare": 25, "epic": 5}) for _ in range(10)])


def monte_carlo(n):
    hits = sum(random.random() ** 2 + random.random() ** 2 < 1 for _ in range(n))
    return 4 * hits / n


print(monte_carlo(2000))


class Die:
    def __init__(self, sides=6, rng=random): self.sides, self.rng = sides, rng
    def roll(self): return self.rng.randrange(self.sides) + 1


d = Die(20, random.Random(1))
print([d.roll() for _ in range(10)], random.Random(1).sample(range(10 ** 6), 4), random.Random(2).sample(range(20), 15))
walk, x = [], 0
for _ in range(15):
    x += random.choice([-1, 1])
    walk.append(x)
print(walk)
print(random.Random(0).betavariate(1, 2), random.Random(0).expovariate(2), random.Random(3).triangular(), random.Random(4).randbytes(3).hex(), random.Random(5).random())
teams = random.Random(7).sample("abcdefgh", 8)
print([teams[i::2] for i in range(2)], sorted(teams) == list("abcdefgh"))
