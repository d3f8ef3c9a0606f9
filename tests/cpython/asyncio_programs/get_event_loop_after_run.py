import asyncio


async def main():
    return asyncio.get_event_loop() is asyncio.get_running_loop()


print(asyncio.run(main()))
try:
    asyncio.get_event_loop()
except RuntimeError as e:
    print(e)
asyncio.set_event_loop(asyncio.new_event_loop())
print(type(asyncio.get_event_loop()).__name__)
asyncio.get_event_loop().close()
asyncio.set_event_loop(None)
try:
    f = asyncio.Future()
except RuntimeError as e:
    print(e)


async def c():
    pass


x = c()
try:
    asyncio.ensure_future(x)
except RuntimeError as e:
    print(e)
try:
    asyncio.create_task(x)
except RuntimeError as e:
    print(e)
x.close()
try:
    asyncio.set_event_loop(1)
except TypeError as e:
    print(e)
