import asyncio


async def leaf(path):
    await asyncio.sleep(0)
    print("leaf", path)
    return path


async def branch(path, depth):
    if depth == 0:
        return await leaf(path)
    return await asyncio.gather(branch(path + "L", depth - 1), branch(path + "R", depth - 1))


print(asyncio.run(branch("", 3)))
