import asyncio


def say(text):
    print(text)  #: say


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(1, say, "timer: one second later")
    loop.call_soon(say, "callback: next in line")
    loop.call_soon(say, "callback: right behind it")
    print("main: still my turn")  #: still
    await asyncio.sleep(0)  # en: give way once  # zh: 让出一次  #: give-way
    print("main: my turn again")  #: again
    await asyncio.sleep(1.5)  #: nap
    print("main: done")


asyncio.run(main())
