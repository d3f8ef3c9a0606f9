import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({"message": "only a message"})
    loop.call_exception_handler({"message": "with more", "zebra": 1, "apple": [2]})
    loop.call_exception_handler({})
    try:
        1 / 0
    except ZeroDivisionError as e:
        loop.call_exception_handler({"message": "with exception", "exception": e})


asyncio.run(main())
