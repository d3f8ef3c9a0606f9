import asyncio


async def quick(n):
    print("quick", n)
    return n


async def slow(n):
    print("slow", n, "begins")
    await asyncio.sleep(0)
    print("slow", n, "ends")
    return n


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    t1 = asyncio.create_task(quick(1))
    print("created; done already:", t1.done())
    t2 = asyncio.create_task(slow(2))
    print("created; done already:", t2.done())
    print(await asyncio.gather(t1, t2, quick(3), slow(4)))


asyncio.run(main())
