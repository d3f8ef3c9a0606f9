import asyncio


class Thermometer:
    """A library from before await: it answers through callbacks."""

    def read(self, room, on_value, on_error):
        loop = asyncio.get_running_loop()
        if room == "cellar":
            loop.call_later(2, on_error, OSError("no signal"))
        else:
            loop.call_later(1, on_value, 21.5)


async def temperature(room):
    future = asyncio.get_running_loop().create_future()
    Thermometer().read(room, future.set_result, future.set_exception)
    print(f"{room}: asked")  #: asked
    return await future  #: wait


async def show(room):
    try:
        print(f"{room}: {await temperature(room)}")  #: value
    except OSError as error:
        print(f"{room}: {error}")  #: error


async def main():
    await asyncio.gather(show("cellar"), show("kitchen"))  #: gather


asyncio.run(main())
