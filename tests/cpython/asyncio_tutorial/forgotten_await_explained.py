import asyncio


async def fetch():
    await asyncio.sleep(0.01)
    return {"status": 200}


async def main():
    response = fetch()
    print("without await:", type(response).__name__)
    try:
        response["status"]
    except TypeError as e:
        print("TypeError:", e)
    print("with await:", (await response)["status"])
    try:
        for x in fetch():
            pass
    except TypeError as e:
        print("TypeError:", e)


asyncio.run(main())
