import asyncio


async def waiter(name, parcel):
    print(f"{name} waits for the parcel")
    content = await parcel  #: wait
    print(f"{name} sees {content}")


async def main():
    parcel = asyncio.get_running_loop().create_future()  # en: empty so far  # zh: 现在还是空的
    ann = asyncio.create_task(waiter("Ann", parcel), name="Ann")
    bob = asyncio.create_task(waiter("Bob", parcel), name="Bob")
    await asyncio.sleep(1)  #: nap
    print("arrived?", parcel.done())
    parcel.set_result("a book")
    print("arrived?", parcel.done())  #: arrived
    await asyncio.gather(ann, bob)  #: both
    print("is a task a future, too?", isinstance(ann, asyncio.Future))


asyncio.run(main())
