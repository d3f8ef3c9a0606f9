import asyncio


async def work(n, d, fail=False):
    await asyncio.sleep(d)
    if fail:
        raise RuntimeError(f"work {n}")
    return n


async def main():
    ts = [asyncio.create_task(work(n, 0.1 * n), name=f"w{n}") for n in (1, 2, 3)]
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_COMPLETED)
    print(sorted(t.get_name() for t in done), sorted(t.get_name() for t in pending))
    done, pending = await asyncio.wait(pending, timeout=0.15)
    print(sorted(t.get_name() for t in done), sorted(t.get_name() for t in pending))
    for t in pending:
        t.cancel()
    done, pending = await asyncio.wait(pending)
    print([t.cancelled() for t in done], pending)
    ts = [asyncio.create_task(work(n, 0.1 * n, n == 2)) for n in (1, 2, 3)]
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending), [repr(t.exception()) for t in ts if t in done])
    await asyncio.wait(pending)
    done, pending = await asyncio.wait(ts, timeout=0)
    print(len(done), len(pending))


asyncio.run(main())
