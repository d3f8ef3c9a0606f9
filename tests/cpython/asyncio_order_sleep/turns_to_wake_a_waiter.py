import asyncio

turn = 0


def count_turn(loop):
    global turn
    turn += 1
    if turn < 12:
        loop.call_soon(count_turn, loop)


async def child():
    print("child runs in turn", turn)
    return "x"


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(count_turn, loop)
    await asyncio.sleep(0)
    print("main in turn", turn)
    t = asyncio.create_task(child())
    await t
    print("main got the task's result in turn", turn)
    await child()
    print("a plain await took no turn:", turn)
    await asyncio.gather(child(), child())
    print("after a gather of two in turn", turn)
    await asyncio.wait_for(child(), 5)
    print("after wait_for in turn", turn)


asyncio.run(main())
