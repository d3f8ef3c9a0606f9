import threading
import time

log = []
t = threading.Timer(0.03, log.append, args=("timer fired",))
t.start()
cancelled = threading.Timer(0.03, log.append, args=("never",))
cancelled.start()
cancelled.cancel()
time.sleep(0.01)
log.append("main waits")
t.join()
cancelled.join()
print(log)

d = threading.Thread(target=time.sleep, args=(60,), daemon=True)
d.start()
print(d.daemon, d.is_alive())
print("main ends, the daemon does not hold the program")
