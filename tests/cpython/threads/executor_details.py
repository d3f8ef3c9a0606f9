import threading
import time
from concurrent.futures import ThreadPoolExecutor


def who():
    time.sleep(0.03)
    return threading.current_thread().name


state = threading.local()


def setup(prefix):
    state.prefix = prefix


def tagged(n):
    time.sleep(0.03)
    return f"{state.prefix}{n}"


with ThreadPoolExecutor(2, thread_name_prefix="fetch") as pool:
    names = [f.result() for f in [pool.submit(who) for _ in range(4)]]
    print(sorted(set(names)))
with ThreadPoolExecutor(2, initializer=setup, initargs=("item-",)) as pool:
    print(list(pool.map(tagged, range(4))))
pool = ThreadPoolExecutor(1)
slow = pool.submit(time.sleep, 0.05)
waiting = [pool.submit(print, i) for i in range(2)]
pool.shutdown(wait=False, cancel_futures=True)
print([f.cancelled() for f in waiting])
try:
    pool.submit(print)
except RuntimeError as e:
    print("RuntimeError:", e)
print(slow.result())
for bad in (lambda: ThreadPoolExecutor(0), lambda: ThreadPoolExecutor(initializer=1)):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
with ThreadPoolExecutor(3) as pool:
    it = pool.map(lambda n: time.sleep(n) or n, [0.02, 0.3], timeout=0.1)
    print(next(it))
    try:
        next(it)
    except TimeoutError:
        print("map timed out")
print(len(list(ThreadPoolExecutor(2).map(abs, []))))
