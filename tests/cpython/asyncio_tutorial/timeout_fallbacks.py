import asyncio

DELAYS = {"primary": 0.3, "backup": 0.15, "cache": 0.01}


async def ask(server):
    await asyncio.sleep(DELAYS[server])
    return f"answer from {server}"


async def robust():
    for server in DELAYS:
        try:
            async with asyncio.timeout(0.08):
                return await ask(server)
        except TimeoutError:
            print(server, "is too slow")


async def hedged():
    tasks = {asyncio.create_task(ask(s), name=s) for s in ("primary", "backup")}
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for t in pending:
        t.cancel()
        print("cancelled", t.get_name())
    return done.pop().result()


async def main():
    print(await robust())
    print(await hedged())


asyncio.run(main())
