import threading
import time


class Session(threading.local):
    kind = "session"

    def __init__(self, start):
        self.count = start

    def bump(self):
        self.count += 1
        return self.count


session = Session(100)
session.user = "main"
out = {}


def worker(name, times):
    had_user = hasattr(session, "user")
    for _ in range(times):
        session.bump()
        time.sleep(0.01)
    session.user = name
    out[name] = (had_user, session.count, session.user, session.kind, sorted(session.__dict__))


threads = [threading.Thread(target=worker, args=(f"w{n}", n)) for n in (1, 3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(out.items()))
print(session.count, session.user, session.__dict__)
del session.user
try:
    session.user
except AttributeError as e:
    print("AttributeError:", e)
plain = threading.local()
plain.x = 1
print(plain.x, vars(plain))
try:
    plain.y
except AttributeError as e:
    print("AttributeError:", e)
