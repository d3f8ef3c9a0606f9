import asyncio

log = []
loop = asyncio.new_event_loop()


def stopper():
    loop.stop()
    log.append("stop")
    loop.call_soon(log.append, "next run")


loop.call_soon(stopper)
loop.call_soon(log.append, "same turn")
loop.run_forever()
print(log)
loop.call_soon(loop.stop)
loop.run_forever()
print(log)
loop.close()
