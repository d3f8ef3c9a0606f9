import threading
import time

sem = threading.Semaphore(2)
rlock = threading.RLock()
active = 0
peak = 0
lock = threading.Lock()


def job():
    global active, peak
    with sem:
        with lock:
            active += 1
            peak = max(peak, active)
        time.sleep(0.01)
        with lock:
            active -= 1


threads = [threading.Thread(target=job) for _ in range(6)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("peak", peak)


def recurse(n):
    with rlock:
        return 0 if n == 0 else 1 + recurse(n - 1)


print(recurse(5))
print(lock.acquire(), lock.acquire(blocking=False), lock.acquire(timeout=0.01), lock.locked())
lock.release()
try:
    lock.release()
except RuntimeError as e:
    print("RuntimeError:", e)
