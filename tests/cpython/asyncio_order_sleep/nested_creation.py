import asyncio


async def node(name, children):
    print("enter", name)
    tasks = [asyncio.create_task(node(name + c, grand)) for c, grand in children.items()]
    for t in tasks:
        await t
    print("leave", name)


tree = {"a": {"x": {}, "y": {"1": {}}}, "b": {}, "c": {"z": {}}}
asyncio.run(node("/", tree))
