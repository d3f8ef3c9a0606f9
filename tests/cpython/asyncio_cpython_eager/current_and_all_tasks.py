import asyncio


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    me = asyncio.current_task()
    captured = {}

    async def coro(name, block):
        captured[name] = (asyncio.current_task(), asyncio.all_tasks())
        if block:
            await asyncio.sleep(0.01)
            print(name, asyncio.current_task() is captured[name][0])

    t = asyncio.create_task(coro("quick", False))
    print(t in captured["quick"][1], t in asyncio.all_tasks(), captured["quick"][0] is t)
    t = asyncio.create_task(coro("blocks", True))
    print(t in captured["blocks"][1], t in asyncio.all_tasks(), asyncio.current_task() is me)
    await t
    print(t in asyncio.all_tasks())


asyncio.run(main())
