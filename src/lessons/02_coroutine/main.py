import asyncio


async def greet(name):
    print(f"hello, {name}")  #: body
    return len(name)


async def main():
    coro = greet("Ada")  # en: a call makes a coroutine, no more  # zh: 调用只会得到一个协程对象
    print(f"got a {type(coro).__name__}, and no greeting")  #: called
    length = await coro  # en: now the body runs  # zh: 到这里才执行函数体
    print(f"the await gave {length}")  #: value
    try:
        await coro
    except RuntimeError as error:
        print(error)  #: spent


asyncio.run(main())
