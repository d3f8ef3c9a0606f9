import threading


def divide(n):
    return 1 / n


def outer():
    divide(0)


t = threading.Thread(target=outer)
t.start()
t.join()
print("alive:", t.is_alive())
u = threading.Thread(target=divide, args=(0,), name="my-thread")
u.start()
u.join()
v = threading.Thread(target=exit)
v.start()
v.join()
print("SystemExit in a thread ends only the thread")


def chained():
    try:
        divide(0)
    except ZeroDivisionError as e:
        raise ValueError("bad input") from e


w = threading.Thread(target=chained)
w.start()
w.join()
print("main ends")
