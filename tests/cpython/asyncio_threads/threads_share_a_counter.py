import threading

counter = 0
lock = threading.Lock()


def add(n):
    global counter
    for _ in range(n):
        with lock:
            counter += 1


threads = [threading.Thread(target=add, args=(1000,), name=f"adder-{i}") for i in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(counter)
print([t.name for t in threads], [t.is_alive() for t in threads])
print(threading.current_thread() is threading.main_thread(), threading.current_thread().name)
