import asyncio


async def fetch(n):
    return n


class Client:
    async def get(self):
        return 1


async def main():
    fetch(1)
    c = Client()
    c.get()
    x = fetch(2)
    x = None
    asyncio.sleep(1)
    print("done")


asyncio.run(main())
