import asyncio
import concurrent.futures
import threading


async def main():
    cf = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(cf)
    print(type(wrapped).__module__, asyncio.isfuture(wrapped), asyncio.isfuture(cf))
    threading.Timer(0.02, cf.set_result, args=["from a timer thread"]).start()
    print(await wrapped)

    cf = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(cf)
    wrapped.cancel()
    await asyncio.sleep(0)
    print("cancelled through:", cf.cancelled())


asyncio.run(main())
