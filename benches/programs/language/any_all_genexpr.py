primes = [n for n in range(2, 6000) if all(n % d for d in range(2, int(n**0.5) + 1))]
hits = 0
for n in range(3000):
    if any(x == n for x in range(100)):
        hits += 1
print(len(primes), hits, max(p % 100 for p in primes), min(p for p in primes), sum(1 for p in primes if p & 2))
