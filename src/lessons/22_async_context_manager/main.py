import asyncio


class AsyncContextManager:
    async def __aenter__(self):
        print("Entering context")  #: entering
        # en: Set things up here: open a connection, say.  # zh: 初始化代码，如打开数据库连接
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        print("Exiting context")  #: exiting
        # en: Clean up here: close the connection.  # zh: 清理代码，如关闭数据库连接
        return False  # en: True would suppress an exception  # zh: 如果需要抑制异常，则返回 True


async def main():
    async with AsyncContextManager():
        print("Inside the context")  #: inside
        await asyncio.sleep(1)  #: nap


asyncio.run(main())
