import threading
import time


def nap():
    me = threading.current_thread()
    time.sleep(0.05)
    seen.append((me.name, me.daemon, threading.get_ident() == me.ident))


seen = []
print(threading.main_thread().name, threading.current_thread() is threading.main_thread())
print(threading.active_count(), [t.name for t in threading.enumerate()])
first = threading.Thread(target=nap)
second = threading.Thread(target=nap, daemon=True)
third = threading.Thread(target=nap, name="worker-7")
for t in (first, second, third):
    t.start()
    time.sleep(0.02)
print(threading.active_count(), [t.name for t in threading.enumerate()])
first.name = "renamed"
time.sleep(0.2)
print(seen)
print(threading.active_count())
print(first.is_alive(), first.daemon, second.daemon)
third.setName("old-style") if False else setattr(third, "name", 42)
print(repr(third.name))


def child():
    t = threading.Thread(target=print, args=("grandchild",))
    print("inherits daemon:", t.daemon)
    t.start()
    t.join()


c = threading.Thread(target=child, daemon=True)
c.start()
c.join()
