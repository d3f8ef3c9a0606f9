import threading
import time


def slow():
    time.sleep(0.05)
    print("the thread still finishes")


threading.Thread(target=slow).start()
raise RuntimeError("main failed")
