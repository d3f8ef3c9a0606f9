import asyncio
import threading
import time

results = {}


async def count(name, step):
    for i in range(3):
        await asyncio.sleep(step)
        results.setdefault(name, []).append(i)
    return threading.current_thread().name


def run(name, step):
    if name == "b":
        time.sleep(0.03)
    results[name + " ran in"] = asyncio.run(count(name, step))


threads = [threading.Thread(target=run, args=(n, s), name=f"thread-{n}") for n, s in (("a", 0.04), ("b", 0.07))]
for t in threads:
    t.start()
for t in threads:
    t.join()
for key in sorted(results):
    print(key, results[key])
