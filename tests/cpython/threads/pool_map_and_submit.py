import time
from concurrent.futures import ThreadPoolExecutor, as_completed, wait, FIRST_COMPLETED, FIRST_EXCEPTION


def fetch(n):
    time.sleep(n * 0.04)
    if n == 3:
        raise ValueError(f"page {n} is missing")
    return f"page {n}"


with ThreadPoolExecutor(max_workers=4) as pool:
    print(list(pool.map(fetch, [2, 1, 0])))
    futures = [pool.submit(fetch, n) for n in (3, 1, 2)]
    for future in as_completed(futures):
        if error := future.exception():
            print("failed:", error)
        else:
            print("done:", future.result())

    futures = [pool.submit(fetch, n) for n in (4, 1, 2)]
    done, pending = wait(futures, return_when=FIRST_COMPLETED)
    print(sorted(f.result() for f in done), len(pending))
    done, pending = wait(futures, timeout=0.06)
    print(sorted(f.result() for f in done), len(pending))

    futures = [pool.submit(fetch, n) for n in (5, 3)]
    done, pending = wait(futures, return_when=FIRST_EXCEPTION)
    print([type(f.exception()).__name__ for f in done], len(pending))

    results = pool.map(fetch, [1, 3, 0])
    try:
        for r in results:
            print(r)
    except ValueError as e:
        print("map raised:", e)
