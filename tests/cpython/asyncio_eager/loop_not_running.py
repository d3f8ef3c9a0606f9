# Eager tasks begin at once only while their loop runs.
import asyncio


async def child(n):
    print("child", n)
    await asyncio.sleep(0)
    return n


async def main():
    print("main", asyncio.get_running_loop().is_running())
    print(await asyncio.gather(child(1), child(2)))
    async with asyncio.TaskGroup() as group:
        group.create_task(child(3))
        print("in the group")


loop = asyncio.new_event_loop()
loop.set_task_factory(asyncio.eager_task_factory)
task = loop.create_task(main())
print("made", task.done())
loop.run_until_complete(task)
print(loop.run_until_complete(child(4)))
loop.close()
