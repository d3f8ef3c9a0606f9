import time

start = time.perf_counter()
time.sleep(0.05)
elapsed = time.perf_counter() - start
print(0.04 < elapsed < 1, time.monotonic() <= time.monotonic(), isinstance(time.time(), float), time.time_ns() > 0)
print(time.gmtime(0), time.gmtime(0).tm_year, time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(86400)), time.strftime("%a %d %b", time.gmtime(1e9)), time.asctime(time.gmtime(0)), time.mktime(time.gmtime(0)) == 0 or True)
print(time.strptime("2024-05-06", "%Y-%m-%d")[:6])
for bad in (lambda: time.sleep(-1), lambda: time.sleep("x"), lambda: time.strptime("x", "%Y"), lambda: time.sleep()):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)


class Timer:
    def __enter__(self):
        self.start = time.monotonic()
        return self

    def __exit__(self, *exc):
        self.seconds = time.monotonic() - self.start


with Timer() as t:
    time.sleep(0.02)
print(round(t.seconds, 1), time.process_time() >= 0)
ns = time.perf_counter_ns()
print(type(ns).__name__, time.thread_time() >= 0)
before = time.time()
time.sleep(0)
print(time.time() >= before)
