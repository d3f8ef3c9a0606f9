import threading
import time

ticks = []


def tick(n):
    ticks.append(n)
    if n < 3:
        threading.Timer(0.03, tick, [n + 1]).start()


threading.Timer(0.03, tick, args=(1,)).start()
alarm = threading.Timer(0.2, print, args=("never printed",))
alarm.start()
time.sleep(0.15)
print(ticks)
alarm.cancel()
print(alarm.finished.is_set())
alarm.join()
print(alarm.is_alive())
greet = threading.Timer(0.02, print, args=["hello"], kwargs={"end": "!\n"})
greet.name = "greeter"
greet.daemon = True
greet.start()
greet.join()
print(greet.name, greet.daemon, greet.interval)
