import asyncio


async def addresses():
    for n in range(1, 6):
        await asyncio.sleep(0.2)  #: source
        yield f"page{n}"


class Connection:
    async def __aenter__(self):
        print("connection open")
        return self

    async def __aexit__(self, *exc):
        print("connection closed")  #: closed


async def fetch(address):
    if address == "page3":
        raise ValueError("not found")  #: raise
    await asyncio.sleep(1)  #: fetch
    return len(address)


async def worker(queue, results):
    while True:
        address = await queue.get()  #: get
        try:
            results[address] = await fetch(address)
        except ValueError as error:  #: failed
            results[address] = error
        queue.task_done()


async def main():
    queue, results = asyncio.Queue(maxsize=2), {}
    async with Connection(), asyncio.timeout(10), asyncio.TaskGroup() as group:
        workers = [group.create_task(worker(queue, results), name=f"worker-{n}") for n in (1, 2)]
        async for address in addresses():
            await queue.put(address)  #: put
        await queue.join()  #: join
        for task in workers:
            task.cancel()
    print(results)  #: results


asyncio.run(main())
