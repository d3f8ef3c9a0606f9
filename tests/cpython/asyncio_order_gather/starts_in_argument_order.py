import asyncio


async def job(name):
    print("start", name)
    await asyncio.sleep(0)
    print("end", name)
    return name


async def main():
    task = asyncio.create_task(job("task made first"))
    g = asyncio.gather(job("g1"), task, job("g2"))
    late = asyncio.create_task(job("task made last"))
    print("gather made, nothing has run")
    print(await g)
    print(late.done())


asyncio.run(main())
