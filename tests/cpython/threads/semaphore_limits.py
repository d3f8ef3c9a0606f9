import threading
import time

pool = threading.BoundedSemaphore(2)
active, peak = 0, 0
lock = threading.Lock()
order = []


def job(n):
    global active, peak
    with pool:
        with lock:
            active += 1
            peak = max(peak, active)
            order.append(n)
        time.sleep(0.05)
        with lock:
            active -= 1


threads = []
for n in range(5):
    t = threading.Thread(target=job, args=(n,))
    t.start()
    threads.append(t)
    time.sleep(0.01)
for t in threads:
    t.join()
print(peak, order)
try:
    pool.release()
except ValueError as e:
    print("ValueError:", e)
s = threading.Semaphore(0)
print(s.acquire(blocking=False), s.acquire(timeout=0.02))
threading.Timer(0.02, s.release, args=(2,)).start()
print(s.acquire(), s.acquire(timeout=1), s.acquire(blocking=False))
for make in (lambda: threading.Semaphore(-1), lambda: s.release(0), lambda: s.acquire(False, 1)):
    try:
        make()
    except ValueError as e:
        print("ValueError:", e)
