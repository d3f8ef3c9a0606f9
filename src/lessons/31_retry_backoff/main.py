import asyncio

ANSWERS = ["busy", "busy", "42"]


async def ask():
    await asyncio.sleep(0.2)  #: ask
    answer = ANSWERS.pop(0)
    if answer == "busy":
        raise ConnectionError(answer)  #: fail
    return answer


async def with_retries(attempts, pause):
    for attempt in range(1, attempts + 1):
        try:
            return await ask()
        except ConnectionError as error:
            print(f"attempt {attempt}: {error}")  #: failed
            if attempt == attempts:
                raise
            await asyncio.sleep(pause)  #: pause
            pause *= 2


async def main():
    async with asyncio.timeout(10):
        print("answer:", await with_retries(attempts=4, pause=0.5))  #: answer


asyncio.run(main())
