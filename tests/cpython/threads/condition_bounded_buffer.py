import threading
import time


class Buffer:
    def __init__(self, size):
        self.items = []
        self.size = size
        self.cond = threading.Condition()

    def put(self, item):
        with self.cond:
            self.cond.wait_for(lambda: len(self.items) < self.size)
            self.items.append(item)
            self.cond.notify_all()

    def get(self, timeout=None):
        with self.cond:
            if not self.cond.wait_for(lambda: self.items, timeout):
                return None
            item = self.items.pop(0)
            self.cond.notify_all()
            return item


buffer = Buffer(2)
got = []


def consume():
    while (item := buffer.get(timeout=0.1)) is not None:
        got.append(item)
        time.sleep(0.02)


t = threading.Thread(target=consume)
t.start()
for i in range(6):
    buffer.put(i)
print("all put, at most two left:", len(buffer.items) <= 2)
t.join()
print(got)

cond = threading.Condition()
for call in (cond.wait, cond.notify, cond.notify_all):
    try:
        call()
    except RuntimeError as e:
        print("RuntimeError:", e)

ready = []
order = []


def waiter(n):
    with cond:
        ready.append(n)
        cond.wait()
        order.append(n)


threads = []
for n in range(3):
    w = threading.Thread(target=waiter, args=(n,))
    w.start()
    threads.append(w)
    time.sleep(0.02)
with cond:
    cond.notify()
time.sleep(0.03)
print(order)
with cond:
    cond.notify(2)
for w in threads:
    w.join()
print(order[0], sorted(order))
with cond:
    print(cond.wait(timeout=0.02))
