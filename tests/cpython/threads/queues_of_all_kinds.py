import queue
import threading
import time

lifo, prio, simple = queue.LifoQueue(), queue.PriorityQueue(), queue.SimpleQueue()
for n in (3, 1, 2):
    lifo.put(n)
    prio.put((n, f"job {n}"))
    simple.put(n)
print([lifo.get() for _ in range(3)])
print([prio.get()[1] for _ in range(3)])
print([simple.get() for _ in range(3)], simple.empty(), simple.qsize())
for call in (
    lambda: lifo.get_nowait(),
    lambda: prio.get(timeout=0.02),
    lambda: simple.get(block=False),
    lambda: simple.get(timeout=0.02),
    lambda: lifo.get(timeout=-1),
    lambda: lifo.task_done() or lifo.task_done() or lifo.task_done() or lifo.task_done(),
):
    try:
        call()
    except (queue.Empty, ValueError) as e:
        print(type(e).__name__, e)
small = queue.Queue(1)
small.put("x")
print(small.full(), small.qsize())
for call in (lambda: small.put_nowait("y"), lambda: small.put("y", timeout=0.02)):
    try:
        call()
    except queue.Full as e:
        print("Full")
threading.Timer(0.03, simple.put, ["from the timer"]).start()
print(simple.get())


def drain():
    while True:
        try:
            item = small.get()
        except queue.ShutDown:
            print("drained, and shut down")
            return
        print("got", item)
        small.task_done()


t = threading.Thread(target=drain)
t.start()
small.put("y")
time.sleep(0.02)
small.shutdown()
t.join()
try:
    small.put("z")
except queue.ShutDown:
    print("no more puts")
