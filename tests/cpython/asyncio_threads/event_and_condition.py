import threading
import time

ready = threading.Event()
items = []
cond = threading.Condition()
log = []


def consumer():
    ready.wait()
    with cond:
        while len(items) < 3:
            cond.wait()
        log.append(f"consumer took {items}")


def producer():
    for i in range(3):
        time.sleep(0.01)
        with cond:
            items.append(i)
            cond.notify()


c, p = threading.Thread(target=consumer), threading.Thread(target=producer)
c.start()
p.start()
print("ready set:", ready.is_set(), ready.wait(timeout=0.01))
ready.set()
c.join()
p.join()
print(log)
