import threading
import time

log = []
lock = threading.Lock()


def note(text):
    with lock:
        log.append(text)


barrier = threading.Barrier(3, action=lambda: note("--- all here"))


def worker(n):
    for phase in range(2):
        time.sleep(0.03 * (n + 1))
        note(f"worker {n} phase {phase}")
        index = barrier.wait()
        if index == 0:
            time.sleep(0.01)


threads = [threading.Thread(target=worker, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(*log, sep="\n")
print(barrier.parties, barrier.n_waiting, barrier.broken)

small = threading.Barrier(2)


def lonely():
    try:
        small.wait(timeout=0.05)
    except threading.BrokenBarrierError:
        print("lonely: the barrier broke")


t = threading.Thread(target=lonely)
t.start()
t.join()
print(small.broken)
small.reset()
print(small.broken)
waiter = threading.Thread(target=lonely)
waiter.start()
time.sleep(0.02)
print("waiting:", small.n_waiting)
small.abort()
waiter.join()
