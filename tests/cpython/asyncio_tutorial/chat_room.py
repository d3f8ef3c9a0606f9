import asyncio


class Room:
    def __init__(self):
        self.members = {}

    async def say(self, who, text):
        for name, inbox in self.members.items():
            if name != who:
                await inbox.put(f"{who}: {text}")

    async def member(self, name, lines):
        inbox = self.members[name] = asyncio.Queue()
        await asyncio.sleep(0)
        for line in lines:
            await self.say(name, line)
            await asyncio.sleep(0)
        while True:
            try:
                message = await asyncio.wait_for(inbox.get(), 0.05)
            except TimeoutError:
                break
            print(f"[{name}] {message}")


async def main():
    room = Room()
    await asyncio.gather(
        room.member("ann", ["hi all", "bye"]),
        room.member("bob", ["hello ann"]),
        room.member("cy", []),
    )


asyncio.run(main())
