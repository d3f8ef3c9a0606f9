import queue
import threading
import time


def worker(q, out):
    while (item := q.get()) is not None:
        time.sleep(0.005)
        out.append(item * 10)
        q.task_done()
    q.task_done()


q, out = queue.Queue(maxsize=2), []
t = threading.Thread(target=worker, args=(q, out))
t.start()
for i in range(5):
    q.put(i)
q.put(None)
q.join()
t.join()
print(out, q.empty(), q.qsize())
try:
    q.get(timeout=0.02)
except queue.Empty as e:
    print("Empty", e.args)
try:
    q.get_nowait()
except queue.Empty:
    print("Empty at once")
q.put_nowait(1)
q.put_nowait(2)
try:
    q.put(3, block=False)
except queue.Full:
    print("Full")
