import threading

# Three busy threads without a lock: each gets its turns, and all of them end.
done = []


def busy(name):
    total = 0
    for i in range(60_000):
        total += i
    done.append((name, total))


threads = [threading.Thread(target=busy, args=(n,)) for n in "abc"]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(done))

stop = False
spins = 0


def spinner():
    global spins
    while not stop:
        spins += 1


t = threading.Thread(target=spinner)
t.start()
total = sum(range(200_000))
stop = True
t.join()
print(total, spins > 0)
