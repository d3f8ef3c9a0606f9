import threading
import time
from concurrent.futures import ThreadPoolExecutor

log = []


def note(future):
    log.append((future.result(), threading.current_thread().name))


with ThreadPoolExecutor(1, "pool") as pool:
    f = pool.submit(lambda: time.sleep(0.03) or "slow")
    f.add_done_callback(note)
    f.result()
    time.sleep(0.02)
    f.add_done_callback(note)
    g = pool.submit(lambda: time.sleep(0.02) or 1)
    g.add_done_callback(lambda f: log.append("first"))
    g.add_done_callback(lambda f: log.append(f.done()))
    g.add_done_callback(lambda f: log.append("third"))
print(log)
