import asyncio
import functools


def retry(times, base):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args):
            for attempt in range(times):
                try:
                    return await function(*args)
                except ConnectionError as e:
                    print(f"{function.__name__} attempt {attempt + 1}: {e}")
                    if attempt + 1 == times:
                        raise
                    await asyncio.sleep(base * 2**attempt)
        return wrapper
    return decorate


calls = 0


@retry(3, 0.01)
async def flaky(succeed_at):
    global calls
    calls += 1
    if calls < succeed_at:
        raise ConnectionError(f"call {calls}")
    return f"ok after {calls}"


async def main():
    global calls
    print(await flaky(3))
    calls = 0
    try:
        await flaky(10)
    except ConnectionError as e:
        print("gave up:", e)


asyncio.run(main())
