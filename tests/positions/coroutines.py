import asyncio


async def fetch(session, url):
    async with session.get(url) as answer, session.lock:
        body = await answer.read()
    await asyncio.sleep(
        0.1,
    )
    return body["text"]


async def numbers(n):
    for i in range(n):
        yield i
        await asyncio.sleep(0)


async def main():
    results = await asyncio.gather(
        fetch(None, "a"),
        *(fetch(None, name) for name in "bc"),
        return_exceptions=True,
    )
    async for number in numbers(
        3
    ):
        print(number, results[number])
    else:
        print("no more")
    doubled = [n * 2 async for n in numbers(3) if await check(n)]
    waited = {k: await v for k, v in zip(doubled, results)}
    try:
        async with asyncio.timeout(1):
            return await (await wrap(waited)).finish()
    except* ValueError as group:
        print(group.exceptions)


asyncio.run(main())
