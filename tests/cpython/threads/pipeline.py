import queue
import threading

STOP = None


def stage(work, source, target):
    for item in iter(source.get, STOP):
        target.put(work(item))
    target.put(STOP)


raw, squared, text = queue.Queue(), queue.Queue(), queue.Queue()
threads = [
    threading.Thread(target=stage, args=(lambda n: n * n, raw, squared)),
    threading.Thread(target=stage, args=(lambda n: f"<{n}>", squared, text)),
]
for t in threads:
    t.start()
for n in range(6):
    raw.put(n)
raw.put(STOP)
print(list(iter(text.get, STOP)))
for t in threads:
    t.join()
print(raw.empty(), squared.empty(), text.empty())
