import threading
import time

t = threading.Thread(target=time.sleep, args=(0.15,))
t.start()
t.join(timeout=0.05)
print("alive after a short join:", t.is_alive())
start = time.monotonic()
t.join(10)
print("alive:", t.is_alive(), time.monotonic() - start < 1)
t.join()
t.join(0)
joined = []


def join_it(target):
    target.join()
    joined.append(threading.current_thread().name)


slow = threading.Thread(target=time.sleep, args=(0.05,))
slow.start()
joiners = [threading.Thread(target=join_it, args=(slow,), name=f"j{i}") for i in range(3)]
for j in joiners:
    j.start()
for j in joiners:
    j.join()
print(sorted(joined))
