import asyncio


async def main():
    fut = asyncio.get_running_loop().create_future()
    fut.set_exception(LookupError("unseen"))
    del fut
    seen = asyncio.get_running_loop().create_future()
    seen.set_exception(LookupError("seen"))
    print(repr(seen.exception()))
    del seen
    print("end")


asyncio.run(main())
