import asyncio


class Pages:
    def __init__(self, last):
        self.last = last
        self.page = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.page == self.last:
            raise StopAsyncIteration
        await asyncio.sleep(0)
        self.page += 1
        return f"page {self.page}"


async def main():
    async for page in Pages(3):
        if page.endswith("2"):
            continue
        print(page)
    it = aiter(Pages(1))
    print(await anext(it))
    print(await anext(it, "default"))
    try:
        await anext(it)
    except StopAsyncIteration:
        print("at the end")


asyncio.run(main())
