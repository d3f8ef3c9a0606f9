import queue
import threading
import time

q = queue.Queue(maxsize=3)
DONE = object()
log = []


def producer(name, delay, count):
    for i in range(count):
        time.sleep(delay)
        item = f"{name}{i}"
        q.put(item)
        log.append(("put", item))
    q.put(DONE)


def consumer():
    finished = 0
    while finished < 2:
        item = q.get()
        if item is DONE:
            finished += 1
        else:
            print("consumed", item)
        q.task_done()


threads = [
    threading.Thread(target=producer, args=("a", 0.05, 3)),
    threading.Thread(target=producer, args=("b", 0.07, 2)),
    threading.Thread(target=consumer, name="consumer"),
]
for t in threads:
    t.start()
q.join()
for t in threads:
    t.join()
print(log)
print(q.empty(), q.unfinished_tasks)
