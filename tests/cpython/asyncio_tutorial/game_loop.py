import asyncio


class Game:
    def __init__(self):
        self.ticks = 0
        self.events = asyncio.Queue()
        self.running = True

    async def clock(self, fps):
        while self.running:
            await self.events.put("tick")
            await asyncio.sleep(1 / fps)

    async def player(self, keys):
        for key in keys:
            await asyncio.sleep(0.07)
            await self.events.put(key)
        await self.events.put("quit")

    async def run(self):
        x = 0
        clock = asyncio.create_task(self.clock(4))
        player = asyncio.create_task(self.player("><>>"))
        while self.running:
            match await self.events.get():
                case "tick":
                    self.ticks += 1
                case ">":
                    x += 1
                case "<":
                    x -= 1
                case "quit":
                    self.running = False
        clock.cancel()
        await player
        print("x =", x, "ticked:", self.ticks > 1)


asyncio.run(Game().run())
