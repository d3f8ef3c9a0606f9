import asyncio

proof = 0


async def main():
    global proof
    waiter = asyncio.get_running_loop().create_future()

    async def inner():
        global proof
        try:
            await waiter
        except asyncio.CancelledError:
            proof += 1
            raise

    async def outer(await_it):
        global proof
        try:
            await inner() if await_it else await asyncio.wait([asyncio.create_task(inner())])
        except asyncio.CancelledError:
            proof += 100

    f = asyncio.create_task(outer(True))
    await asyncio.sleep(0)
    f.cancel()
    await f
    print(proof, waiter.cancelled())

    proof, waiter = 0, asyncio.get_running_loop().create_future()
    f = asyncio.create_task(outer(False))
    await asyncio.sleep(0)
    f.cancel()
    await f
    print("wait() does not pass it on:", proof)
    waiter.set_result(None)
    await asyncio.sleep(0)


asyncio.run(main())
