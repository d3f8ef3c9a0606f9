import asyncio


async def helper(n):
    try:
        await asyncio.sleep(10)  #: nap
    finally:
        print(f"run {n}: the helper cleans up")  #: cleanup


async def main(n):
    task = asyncio.create_task(helper(n), name="helper")
    await asyncio.sleep(1)
    print(f"run {n}: main returns, the helper is done: {task.done()}")  #: returns
    return asyncio.get_running_loop()


first = asyncio.run(main(1))
second = asyncio.run(main(2))
print("closed:", first.is_closed(), second.is_closed())  #: closed
print("the same loop:", first is second)  #: same
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print("outside:", error)  #: outside
