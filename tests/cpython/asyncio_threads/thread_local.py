import threading
import time

data = threading.local()
data.value = "main"
seen = {}


def worker(n):
    seen[n] = hasattr(data, "value")
    data.value = n
    time.sleep(0.02)
    seen[f"{n} later"] = data.value


threads = [threading.Thread(target=worker, args=(n,)) for n in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(seen.items(), key=str))
print(data.value)
