import threading


class Summer(threading.Thread):
    def __init__(self, numbers, **kwargs):
        super().__init__(**kwargs)
        self.numbers = numbers
        self.total = None

    def run(self):
        self.total = sum(self.numbers)


workers = [Summer(range(n), name=f"summer-{n}") for n in (10, 100)]
workers.append(Summer([1, 2]))
for w in workers:
    print(w.name, w.total, w.is_alive(), w.ident)
    w.start()
for w in workers:
    w.join()
print([w.total for w in workers], [w.is_alive() for w in workers])
print(workers[0].ident is not None, workers[0].native_id > 0)
try:
    workers[0].start()
except RuntimeError as e:
    print("RuntimeError:", e)


class Forgetful(threading.Thread):
    def __init__(self):
        self.x = 1


try:
    Forgetful().start()
except RuntimeError as e:
    print("RuntimeError:", e)

with_target = threading.Thread(target=len, args=("abc",))
print(with_target.name)
for bad in (lambda: threading.Thread(target=None).join(), lambda: threading.current_thread().join()):
    try:
        bad()
    except RuntimeError as e:
        print("RuntimeError:", e)
