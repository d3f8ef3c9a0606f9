import asyncio


async def main():
    loop = asyncio.get_running_loop()
    now = loop.time()
    log = []
    loop.call_at(now + 0.2, log.append, "at .2")
    h = loop.call_at(now + 0.1, log.append, "at .1")
    loop.call_later(0.15, log.append, "later .15")
    loop.call_later(-1, log.append, "negative")
    loop.call_soon(log.append, "soon")
    c = loop.call_later(0.05, log.append, "never")
    c.cancel()
    print(c.cancelled(), h.cancelled(), round(h.when() - now, 3))
    await asyncio.sleep(0.3)
    print(log)
    try:
        loop.call_later(None, print)
    except TypeError as e:
        print(e)
    try:
        loop.call_at(None, print)
    except TypeError as e:
        print(e)


asyncio.run(main())
