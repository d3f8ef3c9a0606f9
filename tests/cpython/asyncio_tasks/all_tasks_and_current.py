import asyncio


async def worker():
    await asyncio.sleep(0.02)


async def main():
    me = asyncio.current_task()
    workers = {asyncio.create_task(worker(), name=f"w{i}") for i in range(3)}
    print(sorted(t.get_name() for t in asyncio.all_tasks() if t is not me))
    print(workers | {me} == asyncio.all_tasks())
    await asyncio.wait(workers)
    print(asyncio.all_tasks() == {me})
    seen = []
    asyncio.get_running_loop().call_soon(lambda: seen.append(asyncio.current_task()))
    await asyncio.sleep(0)
    print("in a plain callback:", seen)


asyncio.run(main())
