import asyncio


async def save(what):
    print(f"{what}: saving")
    await asyncio.sleep(2)  #: save
    print(f"{what}: saved")  #: saved


async def main():
    saving = asyncio.create_task(save("letter"), name="letter")
    try:
        async with asyncio.timeout(1):
            await asyncio.shield(saving)  #: shield
    except TimeoutError:
        print("main does not wait any longer; saved?", saving.done())  #: impatient
    await saving  #: after-all
    try:
        async with asyncio.timeout(1):
            await save("postcard")  #: bare
    except TimeoutError:
        print("the postcard is lost")  #: lost


asyncio.run(main())
