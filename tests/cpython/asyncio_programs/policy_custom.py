import asyncio


class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        loop = super().new_event_loop()
        print("new loop")
        return loop

    def set_event_loop(self, loop):
        print("set", loop is not None)
        super().set_event_loop(loop)


asyncio.set_event_loop_policy(Policy())


async def main():
    return "ran"


print(asyncio.run(main()))
print(type(asyncio.get_event_loop_policy()).__name__)
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop)
loop.close()
asyncio.set_event_loop_policy(None)
print(type(asyncio.get_event_loop_policy()).__name__)
try:
    asyncio.set_event_loop_policy(1)
except TypeError as e:
    print(e)
print(isinstance(asyncio.get_event_loop_policy(), asyncio.AbstractEventLoopPolicy))
