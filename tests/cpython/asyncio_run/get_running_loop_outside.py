import asyncio

try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print("get_running_loop:", e)

try:
    asyncio.current_task()
except RuntimeError as e:
    print("current_task:", e)

try:
    asyncio.all_tasks()
except RuntimeError as e:
    print("all_tasks:", e)


async def nothing():
    pass


coro = nothing()
try:
    asyncio.create_task(coro)
except RuntimeError as e:
    print("create_task:", e)
coro.close()


async def main():
    loop = asyncio.get_running_loop()
    print(loop is asyncio.get_event_loop(), loop.is_running())


asyncio.run(main())
