import random

random.seed(42)
print([random.random() for _ in range(3)])
print([random.randint(1, 100) for _ in range(10)])
print([random.randrange(0, 100, 5) for _ in range(5)], random.randrange(7))
print([random.choice("abcdef") for _ in range(6)])
l = list(range(10))
random.shuffle(l)
print(l)
print(random.sample(range(100), 5), random.sample("abcdef", 3), random.sample([1, 2, 3], k=3))
print(random.uniform(1, 10), random.uniform(5, -5))
print(random.gauss(0, 1), random.gauss(10, 2), random.normalvariate(0, 1))
print(random.choices("abc", k=5), random.choices([1, 2, 3], weights=[10, 1, 1], k=5), random.choices("xy", cum_weights=[1, 3], k=4))
print(random.expovariate(1.5), random.betavariate(2, 3), random.triangular(0, 10, 3), random.gammavariate(2, 1), random.lognormvariate(0, 1), random.vonmisesvariate(0, 4), random.paretovariate(3), random.weibullvariate(1, 1.5))
print(random.getrandbits(8), random.getrandbits(70), random.randbytes(4))
for seed in (0, 1, -5, 2 ** 40, "text", 3.5, b"bytes"):
    random.seed(seed)
    print(repr(seed), random.random(), random.randint(1, 6))
r = random.Random(7)
s = random.Random(7)
print(r.random() == s.random(), r.randint(1, 1000), s.randint(1, 1000))
state = random.getstate()
a = random.random()
random.setstate(state)
print(a == random.random())
for bad in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.sample([1], 2), lambda: random.randrange(0), lambda: random.sample({1, 2}, 1), lambda: random.choices([], k=1), lambda: random.randint(1.5, 2), lambda: random.choices([1, 2], weights=[1])):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
