import asyncio


class User:
    def __init__(self, name):
        self.name = name

    @classmethod
    async def load(cls, key):
        await asyncio.sleep(0)
        self = cls(f"user-{key}")
        return self

    @property
    async def friends(self):
        await asyncio.sleep(0)
        return [f"{self.name}-f{i}" for i in range(2)]

    def __await__(self):
        return self._ready().__await__()

    async def _ready(self):
        await asyncio.sleep(0)
        return f"{self.name} is ready"


async def main():
    user = await User.load(7)
    print(user.name, await user.friends)
    print(await user)
    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(User.load(k)) for k in "xy"]
    print([t.result().name for t in tasks])


asyncio.run(main())
