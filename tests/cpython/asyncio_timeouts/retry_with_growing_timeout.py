import asyncio


async def service():
    await asyncio.sleep(0.09)
    return "response"


async def call_with_retry(attempts):
    timeout = 0.02
    for attempt in range(1, attempts + 1):
        try:
            return await asyncio.wait_for(service(), timeout)
        except TimeoutError:
            print(f"attempt {attempt}: no answer within {round(timeout * 1000)} ms")
            timeout *= 2.5
    raise ConnectionError("gave up")


print(asyncio.run(call_with_retry(4)))
try:
    asyncio.run(call_with_retry(2))
except ConnectionError as e:
    print("ConnectionError:", e, "context:", e.__context__)
