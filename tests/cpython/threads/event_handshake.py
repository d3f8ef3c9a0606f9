import threading
import time

request, response = threading.Event(), threading.Event()
box = {}


def server():
    for _ in range(3):
        request.wait()
        request.clear()
        print("server got", box["question"])
        box["answer"] = box["question"] ** 2
        response.set()


t = threading.Thread(target=server)
t.start()
for n in (2, 5, 9):
    box["question"] = n
    request.set()
    response.wait()
    response.clear()
    print("client got", box["answer"])
t.join()
print(request.is_set(), response.is_set())

late = threading.Event()
print("waited:", late.wait(0.02))
threading.Timer(0.03, late.set).start()
start = time.monotonic()
print("waited:", late.wait(5), time.monotonic() - start < 1)
