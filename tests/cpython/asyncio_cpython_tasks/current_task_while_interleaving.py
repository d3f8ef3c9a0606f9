import asyncio


async def main():
    loop = asyncio.get_running_loop()
    f1, f2 = loop.create_future(), loop.create_future()
    tasks = {}

    async def coro(name, mine, other):
        print(name, asyncio.current_task() is tasks[name])
        other.set_result(True)
        await mine
        print(name, asyncio.current_task(loop) is tasks[name])

    tasks["one"] = asyncio.create_task(coro("one", f1, f2))
    tasks["two"] = asyncio.create_task(coro("two", f2, f1))
    await asyncio.wait(tasks.values())
    other = asyncio.new_event_loop()
    print(asyncio.current_task().get_name(), asyncio.current_task(other))
    other.close()


asyncio.run(main())
