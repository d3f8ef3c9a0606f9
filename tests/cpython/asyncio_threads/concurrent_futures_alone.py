import concurrent.futures
import time


def square(n):
    time.sleep(n / 50)
    return n * n


with concurrent.futures.ThreadPoolExecutor(max_workers=4) as pool:
    print(list(pool.map(square, [3, 1, 2])))
    futures = {pool.submit(square, n): n for n in (5, 1, 3)}
    for f in concurrent.futures.as_completed(futures):
        print(futures[f], "->", f.result())
    f = pool.submit(pow, 2, "x")
    print(type(f.exception()).__name__)
    done, not_done = concurrent.futures.wait([pool.submit(square, 1), pool.submit(square, 2)])
    print(len(done), len(not_done))
try:
    pool.submit(square, 1)
except RuntimeError as e:
    print(e)
