import asyncio
import enum


class Light(enum.Enum):
    RED = "red"
    GREEN = "green"
    YELLOW = "yellow"

    def next(self):
        order = list(Light)
        return order[(order.index(self) + 1) % len(order)]


async def crossing(changes):
    light = Light.RED
    for _ in range(changes):
        print(light, light.name, light.value)
        await asyncio.sleep({Light.RED: 0.02, Light.GREEN: 0.03}.get(light, 0.01))
        light = light.next()
    return light


print(asyncio.run(crossing(5)))
