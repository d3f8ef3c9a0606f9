import concurrent.futures
import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor


def show(f):
    print("callback:", f.cancelled(), f.done())


with ThreadPoolExecutor(1) as pool:
    busy = pool.submit(time.sleep, 0.1)
    queued = pool.submit(print, "never")
    time.sleep(0.02)
    print(busy.running(), queued.running(), busy.done())
    queued.add_done_callback(show)
    print(queued.cancel(), busy.cancel(), queued.cancelled())
    for f, timeout in ((busy, 0.02), (queued, None)):
        try:
            f.result(timeout)
        except (TimeoutError, concurrent.futures.CancelledError) as e:
            print(type(e).__name__)
    last = pool.submit(divmod, 7, 0)
    print(repr(last.exception()))
    try:
        last.result()
    except ZeroDivisionError as e:
        print("raised:", e)
by_hand = Future()
threading.Timer(0.03, by_hand.set_result, ["set"]).start()
print(by_hand.result(timeout=1), by_hand.done())
try:
    by_hand.set_exception(ValueError())
except concurrent.futures.InvalidStateError as e:
    print(type(e).__name__)
calls = []
by_hand.add_done_callback(lambda f: calls.append(f.result()))
print(calls)
