import threading

lock = threading.Lock()
print(lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.02))
t = threading.Thread(target=lock.release)
t.start()
t.join()
print("another thread may release a Lock:", lock.locked())
rlock = threading.RLock()
with rlock:
    with rlock:
        results = []

        def other():
            results.append(rlock.acquire(blocking=False))
            try:
                rlock.release()
            except RuntimeError as e:
                results.append(str(e))

        t = threading.Thread(target=other)
        t.start()
        t.join()
        print(results)
for call in (
    lambda: lock.release(),
    lambda: rlock.release(),
    lambda: lock.acquire(False, 1),
    lambda: lock.acquire(True, -3),
    lambda: lock.acquire(nonsense=1),
):
    try:
        call()
    except (RuntimeError, ValueError, TypeError) as e:
        print(type(e).__name__, e)


class Tree:
    def __init__(self):
        self.lock = threading.RLock()
        self.items = []

    def add(self, item):
        with self.lock:
            self.items.append(item)

    def add_many(self, items):
        with self.lock:
            for item in items:
                self.add(item)


tree = Tree()
threads = [threading.Thread(target=tree.add_many, args=(range(n),)) for n in (3, 4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(tree.items))
