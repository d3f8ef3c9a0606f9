import asyncio


async def say(text):
    print(text)


async def main():
    say("lost")
    await say("printed")


asyncio.run(main())
say("also lost")
print("end")
