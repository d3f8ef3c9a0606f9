import asyncio


class ConfigError(Exception):
    pass


async def load():
    await asyncio.sleep(0.01)
    raise ConfigError("no such section: server")


async def main():
    try:
        await load()
    finally:
        print("main cleans up")


try:
    asyncio.run(main())
except ConfigError as e:
    print("caught outside:", e)
print("the program goes on")
