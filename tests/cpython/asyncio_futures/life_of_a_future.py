import asyncio


async def main():
    fut = asyncio.get_running_loop().create_future()
    print(fut.done(), fut.cancelled())
    for question in (fut.result, fut.exception):
        try:
            question()
        except asyncio.InvalidStateError as e:
            print("InvalidStateError:", e)
    fut.set_result("answer")
    print(fut.done(), fut.cancelled(), fut.result(), fut.exception())
    for command, arg in ((fut.set_result, 1), (fut.set_exception, ValueError())):
        try:
            command(arg)
        except asyncio.InvalidStateError as e:
            print("InvalidStateError:", e)
    print(fut.cancel())


asyncio.run(main())
