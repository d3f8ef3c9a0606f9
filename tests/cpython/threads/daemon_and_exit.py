import atexit
import threading
import time


def slow():
    time.sleep(0.1)
    print("non-daemon thread finishes after main")


def forever():
    while True:
        time.sleep(0.03)


atexit.register(print, "atexit runs after the threads are joined")
threading.Thread(target=forever, daemon=True).start()
threading.Thread(target=slow).start()
print("main ends")
