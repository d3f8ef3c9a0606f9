import asyncio
import time


def grind(what, seconds):  # en: an ordinary, blocking function  # zh: 一个普通的阻塞函数
    time.sleep(seconds)  #: grind
    return f"{what} ground"


async def ticker():
    for n in range(8):
        print(f"tick {n}")  #: tick
        await asyncio.sleep(0.3)


async def main():
    ticking = asyncio.create_task(ticker(), name="ticker")
    await asyncio.sleep(0)
    print(grind("coffee", 1), "while everybody stood still")  #: direct
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, grind, "pepper", 1))  #: executor
    print(await asyncio.to_thread(grind, "salt", 1.4))  #: thread
    await ticking


asyncio.run(main())
